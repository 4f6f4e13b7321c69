package store

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
)

func TestPeopleAreEnrolledWithTheAccountsTheyHaveOrNewOnes(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom")
		c := group(t, s, anna, "Spring")
		ctx, mine := t.Context(), cohort.Settings(anna)
		done, err := s.Enrol(ctx, mine, anna, c.ID, cohort.ByImport, []account.Newcomer{newcomer(t, "Tom"), newcomer(t, "Eve")})
		must(t, err)
		if len(done) != 2 || done[0].Invited.Account != tom.ID || done[0].Was.Here || done[1].Invited.Token != "token of Eve" {
			t.Fatalf("got %+v", done)
		}
		if e := lastTold(t, s); e.Action != audit.PeopleEnrolled || e.Details != `{"way":"import","people":2}` {
			t.Errorf("the trail was told %+v", e)
		}
		must(t, s.RemoveMember(ctx, mine, c.ID, tom.ID))
		there, err := s.Presences(ctx, mine, c.ID, []string{"tom@example.com", "eve@example.com", "nobody@example.com"})
		must(t, err)
		if !there["tom@example.com"].Left || !there["eve@example.com"].Here || len(there) != 2 {
			t.Errorf("got %+v", there)
		}
		page, total, err := s.Members(ctx, mine, c.ID, cohort.Query{})
		must(t, err)
		if total != 1 || page[0].Name != "Eve" || page[0].State != cohort.Invited || page[0].Way != cohort.ByImport {
			t.Errorf("got %+v", page)
		}
		page, _, err = s.Members(ctx, mine, c.ID, cohort.Query{Past: true, Search: "TOM@"})
		must(t, err)
		if len(page) != 1 || page[0].State != cohort.Active || page[0].LeftAt.IsZero() {
			t.Errorf("got %+v", page)
		}
		done, err = s.Enrol(ctx, mine, anna, c.ID, cohort.ByHand, []account.Newcomer{newcomer(t, "Tom"), newcomer(t, "Eve")})
		if err != nil || !done[0].Was.Left || !done[1].Was.Here {
			t.Errorf("got %+v, %v", done, err)
		}
		if _, total, err = s.Members(ctx, mine, c.ID, cohort.Query{}); total != 2 || err != nil {
			t.Errorf("%d members, %v", total, err)
		}
	})
}

func TestWhenOneCannotBeEnrolledNobodyIs(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna := person(t, s, account.Trainer, "Anna")
		c := group(t, s, anna, "Spring")
		people := []account.Newcomer{newcomer(t, "Eve"), newcomer(t, "Finn"), newcomer(t, "Gus")}
		people[2].Account.Role = "emperor" // the database does not know this role
		before := lastTold(t, s)
		if _, err := s.Enrol(t.Context(), cohort.Settings(anna), anna, c.ID, cohort.ByImport, people); err == nil {
			t.Fatal("they were enrolled")
		}
		_, total, err := s.Members(t.Context(), cohort.Settings(anna), c.ID, cohort.Query{})
		found, err2 := s.FindByEmails(t.Context(), []string{"eve@example.com", "finn@example.com"})
		if total != 0 || len(found) != 0 || errors.Join(err, err2) != nil || lastTold(t, s) != before {
			t.Errorf("%d members, %d accounts, %v %v", total, len(found), err, err2)
		}
	})
}

func TestOfManyRivalsForTheLastSeatOneIsEnrolled(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna := person(t, s, account.Trainer, "Anna")
		c := group(t, s, anna, "Spring")
		i := cohort.Invitation{ID: newID(t), Cohort: c.ID, Seats: 1, CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		must(t, s.AddInvitation(t.Context(), cohort.Settings(anna), i, "digest"))
		full := fault.New(fault.Conflict, "invitation_full", fault.Text{FR: "x", EN: "x"})
		errs := rivals(16, func(n int) error {
			_, err := s.Join(t.Context(), "digest", cohort.Comer{Account: person(t, s, account.Trainee, fmt.Sprintf("T%d", n)).ID, At: noon}, func(h cohort.Held) error {
				if h.State(noon) == cohort.Filled {
					return full
				}
				return nil
			})
			return err
		})
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
				continue
			}
			wantFault(t, err, fault.Conflict, "invitation_full")
		}
		_, total, err := s.Members(t.Context(), cohort.Settings(anna), c.ID, cohort.Query{})
		held, err2 := s.Invitation(t.Context(), "digest", uuid.Nil)
		if won != 1 || total != 1 || held.Taken != 1 || errors.Join(err, err2) != nil {
			t.Errorf("%d won, %d are in, %d seats are taken, %v %v", won, total, held.Taken, err, err2)
		}
	})
}

func TestAGuestWhoCannotBecomeAPersonTakesNoSeat(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna := person(t, s, account.Trainer, "Anna")
		c := group(t, s, anna, "Spring")
		i := cohort.Invitation{ID: newID(t), Cohort: c.ID, Seats: 1, CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		must(t, s.AddInvitation(t.Context(), cohort.Settings(anna), i, "digest"))
		join := func(email string) (uuid.UUID, error) {
			who := cohort.Comer{Account: guest(t, s), At: noon, Become: func(a *account.Account) error {
				a.Kind, a.Name, a.Email = account.Person, "Eve", email
				return nil
			}}
			_, err := s.Join(t.Context(), "digest", who, func(cohort.Held) error { return nil })
			return who.Account, err
		}
		_, err := join(anna.Email)
		wantFault(t, err, fault.Conflict, "address_taken")
		held, err := s.Invitation(t.Context(), "digest", uuid.Nil)
		if err != nil || held.Taken != 0 {
			t.Errorf("%d seats are taken, %v", held.Taken, err)
		}
		eve, err := join("eve@example.com")
		must(t, err)
		if a, err := s.Account(t.Context(), eve); err != nil || a.Kind != account.Person || a.Name != "Eve" {
			t.Errorf("became %+v, %v", a, err)
		}
	})
}

// rivals runs something so many times at once.
func rivals(n int, try func(n int) error) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = try(i) })
	}
	all.Wait()
	return errs
}

func TestWhoIsInTheCohortTakesNoSeatAndWhoReturnsDoes(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom")
		c := group(t, s, anna, "Spring")
		i := cohort.Invitation{ID: newID(t), Cohort: c.ID, Seats: 3, CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		ctx, mine := t.Context(), cohort.Settings(anna)
		must(t, s.AddInvitation(ctx, mine, i, "digest"))
		anybody := func(cohort.Held) error { return nil }
		for n, want := range []struct {
			leaves bool
			taken  int
		}{{false, 1}, {false, 1}, {true, 2}} {
			if want.leaves {
				must(t, s.RemoveMember(ctx, mine, c.ID, tom.ID))
			}
			_, err := s.Join(ctx, "digest", cohort.Comer{Account: tom.ID, At: noon}, anybody)
			must(t, err)
			h, err := s.Invitation(ctx, "digest", tom.ID)
			if err != nil || h.Taken != want.taken || !h.Joined || h.Name != "Spring" {
				t.Errorf("time %d: %+v, %v", n, h, err)
			}
		}
		no := fault.New(fault.Conflict, "no", fault.Text{FR: "x", EN: "x"})
		_, err := s.Join(ctx, "digest", cohort.Comer{Account: anna.ID, At: noon}, func(cohort.Held) error { return no })
		wantFault(t, err, fault.Conflict, "no")
		_, err = s.Join(ctx, "another", cohort.Comer{Account: tom.ID, At: noon}, anybody)
		wantFault(t, err, fault.NotFound, "unknown_invitation")
		must(t, s.RevokeInvitation(ctx, mine, c.ID, i.ID, noon))
		h, err := s.Invitation(ctx, "digest", uuid.Nil)
		if err != nil || h.State(noon) != cohort.Revoked || h.Joined {
			t.Errorf("%+v, %v", h, err)
		}
	})
}

// under begins an attempt under an assignment.
func under(t testing.TB, s *Store, a cohort.Assignment, who uuid.UUID, ordinal int) error {
	t.Helper()
	return s.AddAttempt(t.Context(), attempt.Attempt{
		ID: newID(t), Account: who, Scenario: a.Scenario, Lang: "fr", Timing: attempt.Standard, Seed: "seed",
		Status: attempt.InProgress, StartedAt: noon,
		Under: attempt.Under{Assignment: a.ID, Cohort: a.Cohort, Ordinal: ordinal, Learning: a.Learning},
	})
}

func TestOfRivalsForAnAttemptUnderAnAssignmentOneIsKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom, eve := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom"), person(t, s, account.Trainee, "Eve")
		c := group(t, s, anna, "Spring")
		enrolled(t, s, anna, c, tom)
		a := given(t, s, anna, c, 1)
		var neighbours sync.WaitGroup
		neighbours.Go(func() { // who plays of their own accord is not hurt by rivals in the same batch
			for range 8 {
				if err := s.AddAttempt(t.Context(), free(t, eve.ID, a.Scenario)); err != nil {
					t.Error(err)
				}
			}
		})
		errs := rivals(16, func(int) error { return under(t, s, a, tom.ID, 1) })
		neighbours.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
				continue
			}
			wantFault(t, err, fault.Conflict, "raced")
		}
		theirs, err := s.Entitled(t.Context(), tom.ID, a.ID)
		must(t, err)
		if won != 1 || len(theirs) != 1 || len(theirs[0].Made) != 1 || theirs[0].Made[0].Ordinal != 1 || !theirs[0].Made[0].UnderWay {
			t.Errorf("%d won, and there is %+v", won, theirs)
		}
		must(t, under(t, s, a, tom.ID, 2))
		must(t, under(t, s, a, eve.ID, 1))
		_, begun, err := s.Assignments(t.Context(), cohort.Seen(anna), c.ID)
		if err != nil || !begun[a.ID] {
			t.Errorf("begun %v, %v", begun, err)
		}
	})
}

// free is an attempt of somebody's own accord.
func free(t testing.TB, owner uuid.UUID, ref library.Ref) attempt.Attempt {
	return attempt.Attempt{
		ID: newID(t), Account: owner, Scenario: ref, Lang: "fr", Timing: attempt.Standard, Seed: "seed",
		Status: attempt.InProgress, StartedAt: noon,
	}
}

func TestWhatIsAssignedIsForThoseWhoAreEnrolled(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom, eve := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom"), person(t, s, account.Trainee, "Eve")
		c := group(t, s, anna, "Spring")
		enrolled(t, s, anna, c, tom)
		a := given(t, s, anna, c, 3)
		ctx := t.Context()
		must(t, under(t, s, a, tom.ID, 1))
		must(t, under(t, s, a, eve.ID, 1)) // who has left keeps what they played, and nobody else sees it in theirs
		for who, want := range map[uuid.UUID]int{tom.ID: 1, eve.ID: 0, anna.ID: 0} {
			list, err := s.Entitled(ctx, who, uuid.Nil)
			if err != nil || len(list) != want {
				t.Errorf("%d, want %d, %v", len(list), want, err)
			}
		}
		list, err := s.Entitled(ctx, tom.ID, a.ID)
		must(t, err)
		if e := list[0]; len(e.Made) != 1 || e.Group.Name != "Spring" || e.Group.NoticeVersion != 1 || e.Read != 0 || !slices.Equal(e.Langs, a.Langs) {
			t.Errorf("got %+v", e)
		}
		must(t, s.RemoveMember(ctx, cohort.Settings(anna), c.ID, tom.ID))
		_, err = s.Entitled(ctx, tom.ID, a.ID)
		wantFault(t, err, fault.NotFound, "unknown_assignment")
	})
}
