package cohort_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/store"
)

// desk is a trainer at work on a real database, with a clock of the test's.
type desk struct {
	*testing.T
	cohorts  *cohort.Service
	attempts *attempt.Service
	store    *store.Store
	accounts *account.Service
	ref      library.Ref
	anna     account.Account
	clock    time.Time
}

func sit(t *testing.T) *desk {
	t.Helper()
	d := &desk{T: t, clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	now := func() time.Time { return d.clock }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now})
	d.check(err)
	t.Cleanup(func() { d.check(st.Close()) })
	_, err = st.Migrate(t.Context())
	d.check(err)
	regs, issues := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	if regs == nil {
		t.Fatal(issues.In("en"))
	}
	lib := library.New(st, regs, now)
	d.ref, _, err = lib.Publish(t.Context(), os.DirFS("../scenario/testdata/client-toxique"))
	d.check(err)
	d.store, d.accounts = st, account.New(st, st, now)
	d.cohorts = cohort.New(st, lib, d.accounts, st, now)
	d.attempts = attempt.New(st, lib, now)
	d.anna = d.person(account.Trainer, "Anna")
	return d
}

func (d *desk) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) person(role account.Role, name string) account.Account {
	d.Helper()
	id, err := uuid.NewV7()
	d.check(err)
	a := account.Account{
		ID: id, Kind: account.Person, Role: role, Name: name, Email: strings.ToLower(name) + "@example.com", Password: "x", CreatedAt: d.clock, VerifiedAt: d.clock,
	}
	d.check(d.store.AddAccount(d.Context(), a))
	return a
}

func (d *desk) group(name string) cohort.Full {
	d.Helper()
	c, err := d.cohorts.Create(d.Context(), d.anna, name, 365)
	d.check(err)
	return c
}

func (d *desk) wants(err error, kind fault.Kind, code string) *fault.Fault {
	d.Helper()
	f, ok := fault.From(err)
	if !ok || f.Kind != kind || f.Code != code || f.Text.FR == "" || strings.Contains(f.Text.FR+f.Text.EN, "%!") {
		d.Fatalf("%v, want %s", err, code)
	}
	return f
}

func TestOnlyTrainersAndAdminsCreateCohorts(t *testing.T) {
	d := sit(t)
	for role, may := range map[account.Role]bool{account.Trainee: false, account.Manager: false, account.Trainer: true, account.Admin: true} {
		c, err := d.cohorts.Create(t.Context(), d.person(role, string(role)), "  Spring\t2026 ", 0)
		if !may {
			_ = d.wants(err, fault.Forbidden, "trainers_only")
			continue
		}
		if err != nil || c.Name != "Spring 2026" || c.Post != cohort.Trainer || c.NoticeVersion != 1 || c.Revision != 1 {
			t.Errorf("%s: %+v, %v", role, c, err)
		}
	}
}

func TestACohortIsCalledWhatCanBeRead(t *testing.T) {
	d := sit(t)
	for _, name := range []string{"", " ", strings.Repeat("x", 121), "a\x00b", "a\x1bb", "\u202egpj.exe", "a\u2066b", "a\ufffdb"} {
		if _, err := d.cohorts.Create(t.Context(), d.anna, name, 0); !fault.Is(err, fault.Invalid) {
			t.Errorf("a cohort is called %q: %v", name, err)
		}
	}
}

func TestOfTwoTrainersWhoChangeACohortTheSecondIsShownWhatTheFirstDid(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	_, err := d.cohorts.Change(t.Context(), d.anna, c.ID, c.Revision, cohort.Terms{Name: "Autumn", RetentionDays: 30})
	d.check(err)
	_, err = d.cohorts.Change(t.Context(), d.anna, c.ID, c.Revision, cohort.Terms{Name: "Winter"})
	f := d.wants(err, fault.Conflict, "cohort_changed")
	if now, _ := f.Extra["cohort"].(cohort.Full); now.Name != "Autumn" || now.Revision != 2 || now.NoticeVersion != 2 || len(now.Leads) != 1 {
		t.Errorf("shown %+v", now)
	}
	_, err = d.cohorts.Archive(t.Context(), d.anna, c.ID, 1, true)
	_ = d.wants(err, fault.Conflict, "cohort_changed")
	archived, err := d.cohorts.Archive(t.Context(), d.anna, c.ID, 2, true)
	if err != nil || archived.ArchivedAt.IsZero() {
		t.Fatal(archived, err)
	}
	_, err = d.cohorts.Change(t.Context(), d.anna, c.ID, 3, cohort.Terms{Name: "Winter"})
	_ = d.wants(err, fault.Conflict, "cohort_archived")
	open, err := d.cohorts.Archive(t.Context(), d.anna, c.ID, 3, false)
	if err != nil || !open.ArchivedAt.IsZero() {
		t.Error(open, err)
	}
}

func TestAListIsKeptAsAWholeOrNotAtAll(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	d.person(account.Trainee, "Tom")
	file := []byte("nom;mail\nTom;tom@example.com\nEve E;eve@example.com\nFinn;finn.example.com\n;zoe@example.com\n;tom@example.com\n")
	for _, dry := range []bool{true, false} {
		r, err := d.cohorts.Import(t.Context(), d.anna, c.ID, file, dry)
		d.check(err)
		if r.Kept || r.Wrong != 2 || r.Enrolled != 2 || r.Rows[0].Verdict != cohort.BadAddress || r.Rows[1].Verdict != cohort.NoName || r.Rows[0].Line != 4 {
			t.Errorf("dry %t: %+v", dry, r)
		}
	}
	if _, total, err := d.cohorts.Members(t.Context(), d.anna, c.ID, cohort.Query{}); total != 0 || err != nil {
		t.Errorf("%d are enrolled, %v", total, err)
	}
	good := []byte("nom;mail\nTom;tom@example.com\nEve E;eve@example.com\n;tom@example.com\n")
	r, err := d.cohorts.Import(t.Context(), d.anna, c.ID, good, true)
	if err != nil || r.Kept || r.Enrolled != 2 || len(r.Joiners) != 0 {
		t.Errorf("dry: %+v, %v", r, err)
	}
	r, err = d.cohorts.Import(t.Context(), d.anna, c.ID, good, false)
	if err != nil || !r.Kept || r.Enrolled != 2 || len(r.Joiners) != 2 || r.Joiners[1].Invited.Token == "" || r.Joiners[0].Invited.Token != "" {
		t.Errorf("kept: %+v, %v", r, err)
	}
	r, err = d.cohorts.Import(t.Context(), d.anna, c.ID, good, false)
	if err != nil || r.Enrolled != 0 || r.Rows[0].Verdict != cohort.Here {
		t.Errorf("again: %+v, %v", r, err)
	}
	_, err = d.cohorts.Import(t.Context(), d.person(account.Trainer, "Basil"), c.ID, good, true)
	_ = d.wants(err, fault.NotFound, "unknown_cohort")
}

// Whatever the bytes are: either everybody who was found sound is enrolled, or nobody, and never with another role.
func TestWhateverAListHoldsEverybodyIsEnrolledOrNobody(t *testing.T) {
	d := sit(t)
	cell := rapid.SampledFrom([]string{"Eve", "eve@x.fr", "Zoé M", "zoe@x.fr", "", "=1+1", "admin", "\"", "\x81", "fr", "a@b", "Tom <tom@x.fr>", "trainer@x.fr"})
	rapid.Check(t, func(rt *rapid.T) {
		c := d.group("Spring")
		header := rapid.SampledFrom([]string{"nom;mail;role\n", "mail;name\n", ""}).Draw(rt, "header")
		var rows []string
		for _, cells := range rapid.SliceOfN(rapid.SliceOfN(cell, 1, 4), 1, 5).Draw(rt, "rows") {
			rows = append(rows, strings.Join(cells, ";"))
		}
		r, err := d.cohorts.Import(t.Context(), d.anna, c.ID, []byte(header+strings.Join(rows, "\n")), false)
		members, total, err2 := d.cohorts.Members(t.Context(), d.anna, c.ID, cohort.Query{})
		switch {
		case err2 != nil:
			rt.Fatal(err2)
		case err != nil:
			if _, refused := fault.From(err); !refused || total != 0 {
				rt.Fatalf("%v, and %d are enrolled", err, total)
			}
		case r.Kept != (r.Wrong == 0), r.Kept && total != r.Enrolled, !r.Kept && total != 0:
			rt.Fatalf("kept %t with %d wrong: %d enrolled, %d are in", r.Kept, r.Wrong, r.Enrolled, total)
		}
		for _, m := range members {
			a, err := d.accounts.Find(t.Context(), m.Account)
			if err != nil || a.Role != account.Trainee || a.Kind != account.Person {
				rt.Fatalf("%+v, %v", a, err)
			}
		}
	})
}

func TestAGuestJoinsByACodeAndKeepsTheirAttempts(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	_, code, err := d.cohorts.Invite(t.Context(), d.anna, c.ID, 1, d.clock.Add(time.Hour))
	d.check(err)
	guest, err := d.accounts.OpenGuest(t.Context(), "")
	d.check(err)
	v, err := d.attempts.Begin(t.Context(), guest, d.ref.ID, "fr", attempt.Standard)
	d.check(err)
	_, err = d.cohorts.Join(t.Context(), guest, uuid.Nil, code, "", account.Particulars{Name: "Eve", Email: "eve@x.fr", Password: "short"})
	if !fault.Is(err, fault.Invalid) {
		t.Fatalf("a weak password: %v", err)
	}
	_, err = d.cohorts.Join(t.Context(), guest, uuid.Nil, strings.ToLower(code), "", account.Particulars{
		Name: "Eve", Email: "eve@x.fr", Password: "une phrase que personne ne devine", Lang: "fr",
	})
	d.check(err)
	eve, err := d.store.Account(t.Context(), guest.ID)
	if err != nil || eve.Kind != account.Person || eve.Role != account.Trainee || eve.Email != "eve@x.fr" {
		t.Errorf("%+v, %v", eve, err)
	}
	if _, err := d.attempts.Find(t.Context(), eve, v.Attempt.ID); err != nil {
		t.Errorf("the attempt is gone: %v", err)
	}
	h, err := d.cohorts.LookAt(t.Context(), eve, code, "")
	if err != nil || !h.Joined || h.Name != "Spring" {
		t.Errorf("%+v, %v", h, err)
	}
	other, err := d.accounts.OpenGuest(t.Context(), "")
	d.check(err)
	_, err = d.cohorts.Join(t.Context(), other, uuid.Nil, code, "", account.Particulars{Name: "X", Email: "x@x.fr", Password: "une phrase que personne ne devine"})
	_ = d.wants(err, fault.Conflict, "invitation_full")
	if still, err := d.store.Account(t.Context(), other.ID); err != nil || still.Kind != account.Guest {
		t.Errorf("who found no seat is %+v, %v", still, err)
	}
	d.clock = d.clock.Add(time.Hour)
	_, err = d.cohorts.LookAt(t.Context(), account.Account{}, code, "")
	_ = d.wants(err, fault.Conflict, "invitation_expired")
}

func TestCodesAreNotGuessed(t *testing.T) {
	d := sit(t)
	for range 60 {
		_, err := d.cohorts.LookAt(t.Context(), account.Account{}, "ABCD-EFGH", "192.0.2.1")
		_ = d.wants(err, fault.NotFound, "unknown_code")
	}
	_, err := d.cohorts.LookAt(t.Context(), account.Account{}, "ABCD-EFGH", "192.0.2.1")
	_ = d.wants(err, fault.TooMany, "too_many_codes")
	_, code, err := d.cohorts.Invite(t.Context(), d.anna, d.group("Spring").ID, 1, d.clock.Add(time.Hour))
	d.check(err)
	if _, err := d.cohorts.LookAt(t.Context(), account.Account{}, code, "192.0.2.1"); err != nil {
		t.Errorf("a right code from the same network: %v", err)
	}
}

func TestATraineeBeginsWhatIsAssignedOnceTheyHaveReadTheNotice(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	tom, eve := d.person(account.Trainee, "Tom"), d.person(account.Trainee, "Eve")
	_, _, err := d.cohorts.Enrol(t.Context(), d.anna, c.ID, "Tom", tom.Email, "fr")
	d.check(err)
	a, err := d.cohorts.Assign(t.Context(), d.anna, c.ID, d.ref, cohort.Window{
		OpensAt: d.clock.Add(time.Hour), DueAt: d.clock.Add(3 * time.Hour), Attempts: 1, Langs: []string{"fr"}, Learning: true,
	})
	d.check(err)
	begin := func(who account.Account, lang string) (attempt.View, error) {
		return d.attempts.BeginAssigned(t.Context(), who, d.cohorts, a.ID, lang, attempt.Standard)
	}
	_, err = begin(eve, "fr")
	_ = d.wants(err, fault.NotFound, "unknown_assignment")
	_, err = begin(tom, "fr")
	_ = d.wants(err, fault.Conflict, "not_open_yet")
	d.clock = d.clock.Add(time.Hour)
	_, err = begin(tom, "en")
	_ = d.wants(err, fault.Invalid, "not_in_this_language")
	_, err = begin(tom, "fr")
	f := d.wants(err, fault.Conflict, "notice_unread")
	if n, _ := f.Extra["notice"].(cohort.Notice); n.Version != 1 || !strings.Contains(n.HTML, "formateurs") {
		t.Errorf("to read: %+v", n)
	}
	d.check(d.cohorts.ReadNotice(t.Context(), tom, c.ID, 1))
	v, err := begin(tom, "fr")
	d.check(err)
	want := attempt.Under{Assignment: a.ID, Cohort: c.ID, Ordinal: 1, Learning: true}
	if v.Attempt.Under != want || v.Attempt.Scenario != d.ref {
		t.Errorf("begun %+v", v.Attempt)
	}
	_, err = begin(tom, "fr")
	_ = d.wants(err, fault.Conflict, "under_way")
	mine, err := d.cohorts.Mine(t.Context(), tom)
	if err != nil || len(mine) != 1 || mine[0].Standing != cohort.InProgress || mine[0].Attempt() != v.Attempt.ID || mine[0].Left() != 0 {
		t.Errorf("%+v, %v", mine, err)
	}
	d.clock = d.clock.Add(4 * time.Hour) // past due: what is under way goes on
	_, err = d.attempts.Abandon(t.Context(), tom, v.Attempt.ID, v.Attempt.Step())
	d.check(err)
	_, err = begin(tom, "fr")
	_ = d.wants(err, fault.Conflict, "past_due")
}

// Two tabs begin at once, twice over: each time one attempt is kept.
func TestOfTwoTabsThatBeginTheLastAttemptOneDoes(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	tom := d.person(account.Trainee, "Tom")
	_, _, err := d.cohorts.Enrol(t.Context(), d.anna, c.ID, "Tom", tom.Email, "")
	d.check(err)
	a, err := d.cohorts.Assign(t.Context(), d.anna, c.ID, d.ref, cohort.Window{OpensAt: d.clock, Attempts: 1})
	d.check(err)
	d.check(d.cohorts.ReadNotice(t.Context(), tom, c.ID, 1))
	done := make(chan error)
	for range 8 {
		go func() {
			_, err := d.attempts.BeginAssigned(t.Context(), tom, d.cohorts, a.ID, "fr", attempt.Standard)
			done <- err
		}()
	}
	won := 0
	for range 8 {
		if err := <-done; err == nil {
			won++
		} else {
			_ = d.wants(err, fault.Conflict, "under_way")
		}
	}
	if won != 1 {
		t.Errorf("%d have begun", won)
	}
}

func TestAnAssignmentHasAWindowAndACaseThatIsOffered(t *testing.T) {
	d := sit(t)
	c := d.group("Spring")
	open := cohort.Window{OpensAt: d.clock, DueAt: d.clock.Add(time.Hour)}
	for name, x := range map[string]struct {
		ref  library.Ref
		w    cohort.Window
		code string
	}{
		"due before it opens":       {d.ref, cohort.Window{OpensAt: d.clock.Add(time.Hour), DueAt: d.clock}, "due_before_open"},
		"due in the past":           {d.ref, cohort.Window{OpensAt: d.clock.Add(-2), DueAt: d.clock}, "due_in_the_past"},
		"less than no attempts":     {d.ref, cohort.Window{OpensAt: d.clock, Attempts: -1}, "bad_attempts"},
		"a language that it is not": {d.ref, cohort.Window{OpensAt: d.clock, Langs: []string{"de"}}, "not_in_this_language"},
		"a version to come":         {library.Ref{ID: d.ref.ID, Version: 9}, open, "not_assignable"},
		"a case that is unknown":    {library.Ref{ID: "nothing", Version: 1}, open, "not_assignable"},
	} {
		if _, err := d.cohorts.Assign(d.Context(), d.anna, c.ID, x.ref, x.w); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		} else {
			_ = d.wants(err, fault.Invalid, x.code)
		}
	}
	a, err := d.cohorts.Assign(t.Context(), d.anna, c.ID, d.ref, open)
	d.check(err)
	d.clock = d.clock.Add(2 * time.Hour)
	longer := open
	longer.Attempts = 3 // the due date that has passed meanwhile may stay
	changed, err := d.cohorts.Reassign(t.Context(), d.anna, c.ID, a.ID, 1, longer)
	if err != nil || changed.Revision != 2 || changed.Attempts != 3 {
		t.Errorf("%+v, %v", changed, err)
	}
	_, err = d.cohorts.Reassign(t.Context(), d.anna, c.ID, a.ID, 1, open)
	f := d.wants(err, fault.Conflict, "assignment_changed")
	if now, _ := f.Extra["assignment"].(cohort.Assigned); now.Revision != 2 || now.Attempts != 3 || now.Version == nil {
		t.Errorf("shown %+v", now)
	}
	d.check(d.cohorts.Withdraw(t.Context(), d.anna, c.ID, a.ID))
	_ = d.wants(d.cohorts.Withdraw(t.Context(), d.anna, c.ID, a.ID), fault.NotFound, "unknown_assignment")
}
