package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
)

var _ cohort.Store = (*Store)(nil)

// person adds somebody with a role.
func person(t testing.TB, s *Store, role account.Role, name string) account.Account {
	t.Helper()
	a := account.Account{
		ID: newID(t), Kind: account.Person, Role: role, Name: name, Email: strings.ToLower(name) + "@example.com",
		Password: "x", CreatedAt: noon,
	}
	if err := s.AddAccount(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// group adds a cohort of a trainer's.
func group(t testing.TB, s *Store, trainer account.Account, name string) cohort.Cohort {
	t.Helper()
	c := cohort.Cohort{ID: newID(t), Name: name, NoticeVersion: 1, RetentionDays: 365, Revision: 1, CreatedAt: noon}
	if err := s.AddCohort(t.Context(), trainer.ID, c); err != nil {
		t.Fatal(err)
	}
	return c
}

// enrolled enrols somebody who has an account.
func enrolled(t testing.TB, s *Store, trainer account.Account, c cohort.Cohort, who account.Account) {
	t.Helper()
	_, err := s.Enrol(t.Context(), cohort.Settings(trainer), trainer, c.ID, cohort.ByHand, []account.Newcomer{newcomer(t, who.Name)})
	if err != nil {
		t.Fatal(err)
	}
}

// newcomer is somebody who is invited, by the address that person gives them.
func newcomer(t testing.TB, name string) account.Newcomer {
	t.Helper()
	id := newID(t)
	return account.Newcomer{
		Account: account.Account{
			ID: id, Kind: account.Person, Role: account.Trainee, Name: name, Email: strings.ToLower(name) + "@example.com", CreatedAt: noon,
		},
		Token: "token of " + name,
		Link: account.Link{
			Digest: account.DigestOf(id.String()), Kind: account.Invitation, Account: id, Name: name,
			Email: strings.ToLower(name) + "@example.com", MadeAt: noon, ExpiresAt: noon.Add(time.Hour),
		},
	}
}

// given assigns a case to a cohort.
func given(t testing.TB, s *Store, trainer account.Account, c cohort.Cohort, attempts int) cohort.Assignment {
	t.Helper()
	ref, _, err := s.AddVersion(t.Context(), record("client", "a"))
	if err != nil {
		t.Fatal(err)
	}
	a := cohort.Assignment{
		ID: newID(t), Cohort: c.ID, Scenario: ref, OpensAt: noon, DueAt: noon.Add(48 * time.Hour), Attempts: attempts,
		Langs: []string{"fr"}, Learning: true, Revision: 1, CreatedAt: noon,
	}
	if err := s.AddAssignment(t.Context(), cohort.Settings(trainer), a); err != nil {
		t.Fatal(err)
	}
	return a
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// lastTold is what the audit trail was told last.
func lastTold(t testing.TB, s *Store) (last audit.Entry) {
	t.Helper()
	for e, err := range s.Trail(t.Context()) {
		must(t, err)
		last = e
	}
	return last
}

func TestACohortComesBackAsItWasKeptWithThoseWhoLeadIt(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, maude := person(t, s, account.Trainer, "Anna"), person(t, s, account.Manager, "Maude")
		c := group(t, s, anna, "Spring")
		if e := lastTold(t, s); e.Action != audit.CohortCreated || e.Actor != anna.ID.String() || e.Subject != "cohort/"+c.ID.String() {
			t.Errorf("the trail was told %+v", e)
		}
		must(t, s.GivePost(t.Context(), cohort.Settings(anna), c.ID, maude.Email, cohort.Manager))
		enrolled(t, s, anna, c, person(t, s, account.Trainee, "Tom"))
		got, err := s.Cohort(t.Context(), cohort.Seen(maude), c.ID)
		must(t, err)
		want := []cohort.Lead{{Account: anna.ID, Name: "Anna", Email: anna.Email, Post: cohort.Trainer}, {Account: maude.ID, Name: "Maude", Email: maude.Email, Post: cohort.Manager}}
		if got.Cohort != c || got.People != 1 || got.Post != cohort.Manager || len(got.Leads) != 2 || got.Leads[0] != want[0] || got.Leads[1] != want[1] {
			t.Errorf("got %+v", got)
		}
	})
}

func TestWhatIsNotInTheScopeIsNotFoundByAnyMethod(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, basil := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainer, "Basil")
		maude, tom := person(t, s, account.Manager, "Maude"), person(t, s, account.Trainee, "Tom")
		mine, theirs := group(t, s, anna, "Spring"), group(t, s, basil, "Autumn")
		must(t, s.GivePost(t.Context(), cohort.Settings(anna), mine.ID, maude.Email, cohort.Manager))
		enrolled(t, s, anna, mine, tom)
		a := given(t, s, anna, mine, 1)
		i := cohort.Invitation{ID: newID(t), Cohort: mine.ID, Seats: 3, CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		must(t, s.AddInvitation(t.Context(), cohort.Settings(anna), i, "digest"))
		ctx := t.Context()
		unchanged := errors.New("reached")
		refused := map[string]func(of cohort.Scope) error{
			"Cohort": func(of cohort.Scope) error { _, err := s.Cohort(ctx, of, mine.ID); return err },
			"ChangeCohort": func(of cohort.Scope) error {
				return s.ChangeCohort(ctx, of, mine.ID, func(*cohort.Cohort) error { return unchanged })
			},
			"GivePost":   func(of cohort.Scope) error { return s.GivePost(ctx, of, mine.ID, basil.Email, cohort.Trainer) },
			"RemovePost": func(of cohort.Scope) error { return s.RemovePost(ctx, of, mine.ID, anna.ID) },
			"Members":    func(of cohort.Scope) error { _, _, err := s.Members(ctx, of, mine.ID, cohort.Query{}); return err },
			"Presences":  func(of cohort.Scope) error { _, err := s.Presences(ctx, of, mine.ID, []string{tom.Email}); return err },
			"Enrol": func(of cohort.Scope) error {
				_, err := s.Enrol(ctx, of, basil, mine.ID, cohort.ByHand, []account.Newcomer{newcomer(t, "Eve")})
				return err
			},
			"RemoveMember":     func(of cohort.Scope) error { return s.RemoveMember(ctx, of, mine.ID, tom.ID) },
			"ReturnMember":     func(of cohort.Scope) error { return s.ReturnMember(ctx, of, mine.ID, tom.ID) },
			"AddInvitation":    func(of cohort.Scope) error { return s.AddInvitation(ctx, of, i, "other") },
			"Invitations":      func(of cohort.Scope) error { _, err := s.Invitations(ctx, of, mine.ID); return err },
			"RevokeInvitation": func(of cohort.Scope) error { return s.RevokeInvitation(ctx, of, mine.ID, i.ID, noon) },
			"AddAssignment":    func(of cohort.Scope) error { return s.AddAssignment(ctx, of, a) },
			"Assignments":      func(of cohort.Scope) error { _, _, err := s.Assignments(ctx, of, mine.ID); return err },
			"ChangeAssignment": func(of cohort.Scope) error {
				return s.ChangeAssignment(ctx, of, mine.ID, a.ID, func(*cohort.Assignment) error { return unchanged })
			},
		}
		for name, try := range refused {
			for whose, of := range map[string]cohort.Scope{
				"another trainer's": cohort.Settings(basil), "its manager's": cohort.Settings(maude), "its trainee's": cohort.Settings(tom),
			} {
				t.Run(name+" through "+whose+" eyes", func(t *testing.T) { wantFault(t, try(of), fault.NotFound, "unknown_cohort") })
			}
		}
		// What hangs on a cohort is not reached through another one.
		wantFault(t, s.RevokeInvitation(ctx, cohort.Settings(basil), theirs.ID, i.ID, noon), fault.NotFound, "unknown_invitation")
		wantFault(t, s.ChangeAssignment(ctx, cohort.Settings(basil), theirs.ID, a.ID, func(*cohort.Assignment) error { return unchanged }), fault.NotFound, "unknown_assignment")
		wantFault(t, s.RemoveMember(ctx, cohort.Settings(basil), theirs.ID, tom.ID), fault.NotFound, "no_such_member")
		wantFault(t, s.ReturnMember(ctx, cohort.Settings(basil), theirs.ID, tom.ID), fault.NotFound, "no_such_member")
		wantFault(t, s.RemovePost(ctx, cohort.Settings(basil), theirs.ID, anna.ID), fault.NotFound, "no_such_post")
		_, err := s.Entitled(ctx, basil.ID, a.ID)
		wantFault(t, err, fault.NotFound, "unknown_assignment")
		_, _, err = s.Reader(ctx, basil.ID, mine.ID)
		wantFault(t, err, fault.NotFound, "unknown_cohort")
		wantFault(t, s.NoteRead(ctx, basil.ID, mine.ID, 1), fault.NotFound, "unknown_cohort")
	})
}

func TestTheListOfCohortsHoldsAndCountsOnlyOnesOwn(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, basil := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainer, "Basil")
		tom, root := person(t, s, account.Trainee, "Tom"), person(t, s, account.Admin, "Root")
		spring, autumn := group(t, s, anna, "Spring 100%"), group(t, s, anna, "autumn")
		group(t, s, basil, "Autumn of others")
		enrolled(t, s, anna, spring, tom)
		given(t, s, anna, spring, 0)
		must(t, s.ChangeCohort(t.Context(), cohort.Settings(anna), autumn.ID, func(c *cohort.Cohort) error {
			c.ArchivedAt, c.Revision = noon, 2
			return nil
		}))
		for name, c := range map[string]struct {
			by   account.Account
			q    cohort.Query
			want []string
		}{
			"one's own, those that are active":   {anna, cohort.Query{}, []string{"Spring 100%"}},
			"those that are archived":            {anna, cohort.Query{Past: true}, []string{"autumn"}},
			"nothing to a trainee":               {tom, cohort.Query{}, nil},
			"all to an admin":                    {root, cohort.Query{}, []string{"Autumn of others", "Spring 100%"}},
			"those whose name holds a text":      {root, cohort.Query{Search: "TUMN"}, []string{"Autumn of others"}},
			"and a sign of percent is only that": {root, cohort.Query{Search: "0%"}, []string{"Spring 100%"}},
			"others' are not found by searching": {anna, cohort.Query{Search: "others"}, nil},
			"a second page":                      {root, cohort.Query{Offset: 1}, []string{"Spring 100%"}},
		} {
			t.Run(name, func(t *testing.T) {
				page, total, err := s.Cohorts(t.Context(), cohort.Seen(c.by), c.q)
				must(t, err)
				var names []string
				for _, l := range page {
					names = append(names, l.Name)
					if l.Name == "Spring 100%" && (l.People != 1 || l.Assignments != 1) {
						t.Errorf("it counts %d people and %d cases", l.People, l.Assignments)
					}
				}
				if strings.Join(names, "|") != strings.Join(c.want, "|") || total != len(c.want)+c.q.Offset {
					t.Errorf("%q of %d, want %q", names, total, c.want)
				}
			})
		}
	})
}

func TestACohortKeepsATrainer(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, basil, tom := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainer, "Basil"), person(t, s, account.Trainee, "Tom")
		c := group(t, s, anna, "Spring")
		ctx, mine := t.Context(), cohort.Settings(anna)
		wantFault(t, s.RemovePost(ctx, mine, c.ID, anna.ID), fault.Conflict, "last_trainer")
		wantFault(t, s.GivePost(ctx, mine, c.ID, anna.Email, cohort.Manager), fault.Conflict, "last_trainer")
		wantFault(t, s.GivePost(ctx, mine, c.ID, "nobody@example.com", cohort.Manager), fault.Invalid, "no_such_person")
		wantFault(t, s.GivePost(ctx, mine, c.ID, tom.Email, cohort.Manager), fault.Invalid, "unsuited")
		must(t, s.GivePost(ctx, mine, c.ID, basil.Email, cohort.Trainer))
		must(t, s.RemovePost(ctx, cohort.Settings(basil), c.ID, anna.ID))
		if e := lastTold(t, s); e.Action != audit.PostRemoved || !strings.Contains(e.Details, anna.ID.String()) {
			t.Errorf("the trail was told %+v", e)
		}
		_, err := s.Cohort(ctx, mine, c.ID)
		wantFault(t, err, fault.NotFound, "unknown_cohort")
	})
}

func TestAnArchivedCohortIsOnlyRead(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom")
		c := group(t, s, anna, "Spring")
		enrolled(t, s, anna, c, tom)
		a := given(t, s, anna, c, 0)
		ctx, mine := t.Context(), cohort.Settings(anna)
		i := cohort.Invitation{ID: newID(t), Cohort: c.ID, Seats: 1, CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		must(t, s.ChangeCohort(ctx, mine, c.ID, func(c *cohort.Cohort) error { c.ArchivedAt = noon; return nil }))
		if e := lastTold(t, s); e.Action != audit.CohortArchived {
			t.Errorf("the trail was told %+v", e)
		}
		_, err := s.Enrol(ctx, mine, anna, c.ID, cohort.ByHand, []account.Newcomer{newcomer(t, "Eve")})
		for name, err := range map[string]error{
			"enrol": err, "remove": s.RemoveMember(ctx, mine, c.ID, tom.ID), "return": s.ReturnMember(ctx, mine, c.ID, tom.ID),
			"invite": s.AddInvitation(ctx, mine, i, "digest"), "assign": s.AddAssignment(ctx, mine, a),
			"change": s.ChangeAssignment(ctx, mine, c.ID, a.ID, func(*cohort.Assignment) error { return nil }),
			"post":   s.GivePost(ctx, mine, c.ID, tom.Email, cohort.Trainer),
		} {
			t.Run(name, func(t *testing.T) { wantFault(t, err, fault.Conflict, "cohort_archived") })
		}
		if _, found, err := s.AccountByEmail(ctx, "eve@example.com"); found || err != nil {
			t.Errorf("an account was opened all the same: %v", err)
		}
		if _, total, err := s.Members(ctx, mine, c.ID, cohort.Query{}); total != 1 || err != nil {
			t.Errorf("%d members, %v", total, err)
		}
		mineNow, err := s.Entitled(ctx, tom.ID, uuid.Nil)
		if len(mineNow) != 0 || err != nil {
			t.Errorf("the trainee still has %+v, %v", mineNow, err)
		}
	})
}

func TestEachVersionOfANoticeIsKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, tom := person(t, s, account.Trainer, "Anna"), person(t, s, account.Trainee, "Tom")
		c := group(t, s, anna, "Spring")
		enrolled(t, s, anna, c, tom)
		ctx := t.Context()
		must(t, s.NoteRead(ctx, tom.ID, c.ID, 1))
		must(t, s.ChangeCohort(ctx, cohort.Settings(anna), c.ID, func(c *cohort.Cohort) error {
			c.Notice, c.NoticeVersion, c.Revision = "Mine.", 2, 2
			return nil
		}))
		wantFault(t, s.NoteRead(ctx, tom.ID, c.ID, 3), fault.Conflict, "notice_changed")
		now, read, err := s.Reader(ctx, tom.ID, c.ID)
		if err != nil || now.NoticeVersion != 2 || read != 1 {
			t.Errorf("version %d, read %d, %v", now.NoticeVersion, read, err)
		}
		must(t, s.NoteRead(ctx, tom.ID, c.ID, 2))
		if e := lastTold(t, s); e.Action != audit.NoticeRead || e.Details != `{"version":2}` || e.Actor != tom.ID.String() {
			t.Errorf("the trail was told %+v", e)
		}
		var kept []noticeRow
		must(t, s.read.Order("version").Find(&kept).Error)
		if len(kept) != 2 || kept[0].Notice != "" || kept[0].RetentionDays != 365 || kept[1].Notice != "Mine." {
			t.Errorf("kept %+v", kept)
		}
		// A trainer reads the notice too, and has nothing to confirm.
		if _, _, err := s.Reader(ctx, anna.ID, c.ID); err != nil {
			t.Error(err)
		}
		wantFault(t, s.NoteRead(ctx, anna.ID, c.ID, 2), fault.NotFound, "unknown_cohort")
	})
}

func TestAssignmentsComeBackAsTheyWereKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		anna, maude := person(t, s, account.Trainer, "Anna"), person(t, s, account.Manager, "Maude")
		c := group(t, s, anna, "Spring")
		must(t, s.GivePost(t.Context(), cohort.Settings(anna), c.ID, maude.Email, cohort.Manager))
		want := given(t, s, anna, c, 2)
		list, begun, err := s.Assignments(t.Context(), cohort.Seen(maude), c.ID)
		must(t, err)
		if len(list) != 1 || len(begun) != 0 || list[0].ID != want.ID || !list[0].DueAt.Equal(want.DueAt) || list[0].Langs[0] != "fr" ||
			list[0].Scenario != (library.Ref{ID: "client", Version: 1}) || !list[0].Learning || list[0].Attempts != 2 {
			t.Fatalf("got %+v", list)
		}
		must(t, s.ChangeAssignment(t.Context(), cohort.Settings(anna), c.ID, want.ID, func(a *cohort.Assignment) error {
			a.WithdrawnAt, a.Revision = noon, 2
			return nil
		}))
		if e := lastTold(t, s); e.Action != audit.AssignmentWithdrawn || e.Subject != "assignment/"+want.ID.String() {
			t.Errorf("the trail was told %+v", e)
		}
		list, _, err = s.Assignments(t.Context(), cohort.Seen(anna), c.ID)
		if len(list) != 0 || err != nil {
			t.Errorf("withdrawn, and there is %+v, %v", list, err)
		}
	})
}
