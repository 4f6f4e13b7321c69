package store

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// people is the service of accounts on a store, without limits.
func people(s *Store) *account.Service { return account.New(s, nobodyCounts{}, s.now) }

type nobodyCounts struct{}

func (nobodyCounts) Wait(context.Context, account.Limit, string) (time.Duration, error) {
	return 0, nil
}

func (nobodyCounts) Use(context.Context, account.Limit, string) (time.Duration, error) { return 0, nil }

// anybody adds a person who has shown that their address is theirs.
func anybody(t testing.TB, s *Store, role account.Role, email string) account.Account {
	t.Helper()
	a := account.Account{
		ID: newID(t), Kind: account.Person, Role: role, Name: "Somebody", Email: email, Lang: "fr", Password: "$kept",
		CreatedAt: noon, VerifiedAt: noon,
	}
	if err := s.AddAccount(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// altered makes an account something else.
func altered(t testing.TB, s *Store, a account.Account, how func(*account.Account)) {
	t.Helper()
	_, err := s.ChangeAccount(t.Context(), account.Scope{All: true}, a.ID, uuid.Nil, func(a *account.Account) error {
		how(a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEachInviteeGetsWhatTheyNeed(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer := anybody(t, s, account.Trainer, "trainer@example.org")
		anybody(t, s, account.Trainee, "known@example.org")
		altered(t, s, anybody(t, s, account.Trainee, "doubted@example.org"), func(a *account.Account) { a.VerifiedAt = time.Time{} })
		altered(t, s, anybody(t, s, account.Trainee, "waiting@example.org"), func(a *account.Account) { a.Password = "" })
		boss := anybody(t, s, account.Admin, "boss@example.org")
		altered(t, s, boss, func(a *account.Account) { a.VerifiedAt = time.Time{} })
		var list []account.Invitee
		for _, who := range []string{"new", "known", "doubted", "waiting", "boss", "NEW"} {
			list = append(list, account.Invitee{Name: who, Email: who + "@example.org", Lang: "en"})
		}
		done, err := people(s).Invite(t.Context(), trainer, list)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, d := range done {
			told = append(told, fmt.Sprint(d.Was, " ", d.Token != ""))
		}
		want := "[new true known false known false waiting true known false waiting false]"
		if got := fmt.Sprint(told); got != want {
			t.Errorf("told %s, want %s", got, want)
		}
		if done[0].Account != done[5].Account {
			t.Error("somebody who is there twice has two accounts")
		}
		doubted, err := people(s).Invite(t.Context(), boss, list[2:3])
		if err != nil || doubted[0].Was != account.WasUnverified {
			t.Fatalf("an admin is told %+v, %v", doubted, err)
		}
		if _, err := people(s).UseLink(t.Context(), account.Visitor{}, doubted[0].Token, account.Particulars{Password: "tracteur bleu omelette"}); err != nil {
			t.Fatal(err)
		}
		if a, err := s.Account(t.Context(), done[2].Account); err != nil || a.VerifiedAt.IsZero() || a.Password == "$kept" {
			t.Errorf("who opened the link has %+v, %v", a, err)
		}
	})
}

func TestAllAreInvitedOrNobody(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer := anybody(t, s, account.Trainer, "trainer@example.org")
		list := []account.Invitee{{Name: "A", Email: "a@example.org"}, {Name: "B", Email: "nowhere"}}
		if _, err := people(s).Invite(t.Context(), trainer, list); !fault.Is(err, fault.Invalid) {
			t.Errorf("said %v", err)
		}
		if n := count(t, s, "accounts") + count(t, s, "links"); n != 1 {
			t.Errorf("%d accounts and links, want the trainer's alone", n)
		}
	})
}

func TestManyAreInvitedAtOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		trainer := anybody(t, s, account.Trainer, "trainer@example.org")
		list := make([]account.Invitee, 5000)
		for i := range list {
			list[i] = account.Invitee{Name: "Somebody", Email: fmt.Sprintf("p%d@example.org", i), Lang: "fr"}
		}
		for range 2 {
			if done, err := people(s).Invite(t.Context(), trainer, list); err != nil || len(done) != len(list) {
				t.Fatalf("%d, %v", len(done), err)
			}
		}
		if a, l := count(t, s, "accounts"), count(t, s, "links"); a != 5001 || l != 5000 {
			t.Errorf("%d accounts, %d links", a, l)
		}
	})
}

func TestALinkIsUsedOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, rival := opened(t, address), opened(t, address)
		done, err := people(s).Invite(t.Context(), anybody(t, s, account.Trainer, "t@example.org"), []account.Invitee{{Name: "A", Email: "a@example.org"}})
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		for _, s := range []*Store{s, rival, s, rival} {
			go func() {
				_, err := s.UseLink(t.Context(), account.DigestOf(done[0].Token), func(_ account.Link, a *account.Account) error {
					a.Password = "$mine"
					return nil
				})
				ended <- err
			}()
		}
		used := 0
		for range 4 {
			if err := <-ended; err == nil {
				used++
			} else if !fault.Is(err, fault.NotFound) {
				t.Error(err)
			}
		}
		if used != 1 {
			t.Errorf("used %d times", used)
		}
	})
}

func TestTheLastAdminStaysWhateverIsAskedAtOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, rival := opened(t, address), opened(t, address)
		one, other := anybody(t, s, account.Admin, "one@example.org"), anybody(t, s, account.Admin, "other@example.org")
		ended := make(chan error)
		for _, race := range []struct {
			s      *Store
			by, of account.Account
		}{{s, one, other}, {rival, other, one}} {
			go func() {
				trainee := account.Trainee
				_, err := people(race.s).ChangePerson(t.Context(), race.by, race.of.ID, account.Change{Role: &trainee})
				ended <- err
			}()
		}
		first, second := <-ended, <-ended
		if (first == nil) == (second == nil) {
			t.Errorf("%v, %v", first, second)
		}
	})
}

func TestAChangeOfRoleEndsLoginsEverywhere(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		clock := func(o *Options) { o.Now = func() time.Time { return now } }
		here, there := opened(t, address, clock), opened(t, address, clock)
		anybody(t, here, account.Admin, "one@example.org")
		a := anybody(t, here, account.Trainer, "a@example.org")
		token, _ := loggedIn(t, here, a.ID, noon.Add(time.Hour))
		if !isLoggedIn(t, here, token) || !isLoggedIn(t, there, token) {
			t.Fatal("not logged in")
		}
		altered(t, here, a, func(a *account.Account) { a.Role = account.Trainee })
		if isLoggedIn(t, here, token) {
			t.Error("the login goes on where it was ended")
		}
		now = noon.Add(2 * time.Second)
		if isLoggedIn(t, there, token) {
			t.Error("the login goes on elsewhere after two seconds")
		}
	})
}

func TestAGuestsAttemptsJoinAnAccountAndTheGuestIsGone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		a := begun(t, s, owner)
		token, _ := loggedIn(t, s, owner, noon.Add(time.Hour))
		into := anybody(t, s, account.Trainee, "a@example.org")
		if err := s.JoinGuest(t.Context(), owner, into.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Attempt(t.Context(), into.ID, a.ID); err != nil {
			t.Errorf("the attempt has not come along: %v", err)
		}
		_, err := s.Attempt(t.Context(), owner, a.ID)
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		_, err = s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
			a.Lang = "en"
			return nil
		})
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		if _, err := s.Account(t.Context(), owner); !fault.Is(err, fault.NotFound) {
			t.Errorf("the guest is there: %v", err)
		}
		if isLoggedIn(t, s, token) {
			t.Error("the guest is logged in")
		}
		if err := s.JoinGuest(t.Context(), into.ID, anybody(t, s, account.Trainee, "b@example.org").ID); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Attempt(t.Context(), into.ID, a.ID); err != nil {
			t.Errorf("a person's attempts were taken away: %v", err)
		}
	})
}
