package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/report"
	"casebook/internal/scenario"
)

var _ report.Records = (*Store)(nil)

// class is a cohort with a trainer, a manager, people, and a case that they were given.
type class struct {
	*Store
	id, assignment   uuid.UUID
	trainer, manager account.Account
	people           []uuid.UUID
	version          *library.Version
	reader           *report.Reader
}

func newClass(t testing.TB, s *Store, people int) *class {
	t.Helper()
	archive, content, err := library.Pack(os.DirFS("../scenario/testdata/client-toxique"))
	if err != nil {
		t.Fatal(err)
	}
	ref, _, err := s.AddVersion(t.Context(), library.Record{
		Ref: library.Ref{ID: "client-toxique"}, Archive: archive, Content: content, PublishedAt: noon,
	})
	if err != nil {
		t.Fatal(err)
	}
	lib := library.New(s, &scenario.Registers{}, atNoon)
	c := &class{Store: s, id: newID(t)}
	if c.version, err = lib.Find(t.Context(), ref); err != nil {
		t.Fatal(err)
	}
	c.reader = report.NewReader(s, lib, attempt.New(s, library.NewDesk(lib, s), atNoon), atNoon)
	meddle(t, s, "INSERT INTO cohorts (id, name, revision, created_at) VALUES (?, 'Printemps', 1, ?)", key(c.id), noon)
	c.trainer, c.manager = c.poster(t, "trainer"), c.poster(t, "manager")
	c.assignment = c.assign(t)
	for range people {
		c.people = append(c.people, c.join(t))
	}
	return c
}

// assign gives the case to the class once more.
func (c *class) assign(t testing.TB) uuid.UUID {
	t.Helper()
	id := newID(t)
	meddle(t, c.Store, `INSERT INTO assignments (id, cohort_id, scenario_id, scenario_version, opens_at, attempts, langs, learning, revision, created_at)
		VALUES (?, ?, ?, ?, ?, 0, '[]', ?, 1, ?)`, key(id), key(c.id), c.version.ID, c.version.Version, noon, false, noon)
	return id
}

func (c *class) poster(t testing.TB, post string) account.Account {
	t.Helper()
	id := guest(t, c.Store)
	meddle(t, c.Store, "INSERT INTO cohort_posts (cohort_id, account_id, post) VALUES (?, ?, ?)", key(c.id), key(id), post)
	return account.Account{ID: id, Role: account.Role(post)}
}

func (c *class) join(t testing.TB) uuid.UUID {
	t.Helper()
	id := guest(t, c.Store)
	meddle(t, c.Store, "UPDATE accounts SET name = ? WHERE id = ?", fmt.Sprintf("Person %02d", len(c.people)), key(id))
	meddle(t, c.Store, "INSERT INTO enrolments (cohort_id, account_id, way, enrolled_at) VALUES (?, ?, 'hand', ?)", key(c.id), key(id), noon)
	return id
}

// play plays the class's case for somebody at random, so many moves at most, and answers the attempt.
func (c *class) play(t *testing.T, person uuid.UUID, seed uint64, moves int) uuid.UUID {
	t.Helper()
	a := attempt.Attempt{
		ID: newID(t), Account: person, Scenario: c.version.Ref, Lang: "fr", Timing: attempt.Standard, Seed: fmt.Sprint(seed),
		Status: attempt.InProgress, StartedAt: noon, Under: attempt.Under{Assignment: c.assignment, Cohort: c.id},
	}
	if err := c.AddAttempt(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	h, err := engine.Open(c.version.Scenario, engine.Dice{Seed: a.Seed})
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(seed, seed))
	for h.End.State.Open(c.version.Scenario) && len(h.Moments) < moves {
		open := h.End.State.Moves(c.version.Scenario, nil)
		if err := h.Go(c.version.Scenario, engine.Made{Move: open[chance.IntN(len(open))]}); err != nil {
			t.Fatal(err)
		}
		_, err := c.ChangeAttempt(t.Context(), person, a.ID, func(a *attempt.Attempt) error {
			m := &h.Moments[len(h.Moments)-1]
			d := attempt.Decision{
				At: noon.Add(time.Duration(len(h.Moments)) * time.Second), Took: time.Second, Confidence: 1 + len(h.Moments)%3,
				Rationale: "parce que",
			}
			d.Tell(c.version.Scenario, m, m.Before.Offer(c.version.Scenario))
			a.Decisions = append(a.Decisions, d)
			if h.End.State.Open(c.version.Scenario) {
				return nil
			}
			return a.End(c.version, h, attempt.Completed, d.At)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return a.ID
}

const toTheEnd = 1000

func TestATrainerReadsOfEachPersonAndAManagerOfFives(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := newClass(t, s, 8)
		for i, person := range c.people[:6] {
			c.play(t, person, uint64(i), toTheEnd)
		}
		c.play(t, c.people[6], 9, 1)
		p, err := c.reader.Progress(t.Context(), c.trainer, c.id, report.Pick{})
		if err != nil {
			t.Fatal(err)
		}
		if p.View != report.People || p.Cohort.Name != "Printemps" || len(p.People) != 8 || p.Counts[report.Finished] != 6 ||
			p.Counts[report.UnderWay] != 1 || p.Counts[report.NotBegun] != 1 || p.Assignments[0].Score.N != 6 {
			t.Errorf("a trainer reads %+v", p)
		}
		if going := p.People[6].Standings[0]; going.State != report.UnderWay || going.Step != 1 || going.Where.FR == "" {
			t.Errorf("who is under way stands at %+v", going)
		}
		p, err = c.reader.Progress(t.Context(), c.manager, c.id, report.Pick{})
		if err != nil {
			t.Fatal(err)
		}
		if p.View != report.Figures || p.People != nil || p.Assignments[0].Score.N != 5 || len(p.Counts) != 1 || p.Counts[report.Finished] != 5 {
			t.Errorf("a manager reads %+v", p)
		}
		k, err := c.reader.Case(t.Context(), c.trainer, c.id, c.version.Ref, report.CasePick{})
		if err != nil || k.Completed != 6 || k.Unreadable != 0 || len(k.Decisions) == 0 || k.Score.Mean.N != 6 {
			t.Errorf("a trainer reads of the case %+v, %v", k, err)
		}
		k, err = c.reader.Case(t.Context(), c.manager, c.id, c.version.Ref, report.CasePick{})
		if err != nil || k.Completed != 5 || k.Score.Mean.N != 5 {
			t.Errorf("a manager reads of the case %+v, %v", k, err)
		}
	})
}

func TestAnothersCohortIsNotThere(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c, other := newClass(t, s, 1), newClass(t, s, 1)
		played := c.play(t, c.people[0], 1, toTheEnd)
		c.play(t, c.people[0], 2, toTheEnd)
		reads := func(by account.Account, of, person, which uuid.UUID) map[string]error {
			errs := map[string]error{}
			_, errs["progress"] = c.reader.Progress(t.Context(), by, of, report.Pick{})
			_, errs["listing"] = c.reader.Listing(t.Context(), by, of, report.Pick{})
			_, _, errs["work"] = s.CohortWork(t.Context(), cohort.People(by), of, c.people)
			_, errs["case"] = c.reader.Case(t.Context(), by, of, c.version.Ref, report.CasePick{})
			_, errs["trainee"] = c.reader.Trainee(t.Context(), by, of, person)
			_, errs["debrief"] = c.reader.Debrief(t.Context(), by, of, person, which)
			return errs
		}
		for who, by := range map[string]account.Account{
			"another's trainer": other.trainer, "an admin": {ID: guest(t, s), Role: account.Admin}, "the trainee": {ID: c.people[0]},
		} {
			for what, err := range reads(by, c.id, c.people[0], played) {
				if f, ok := fault.From(err); !ok || f.Kind != fault.NotFound {
					t.Errorf("%s reads a %s: %v", who, what, err)
				}
			}
		}
		for what, err := range reads(c.manager, c.id, c.people[0], played) {
			f, ok := fault.From(err)
			if figures := what == "progress" || what == "listing" || what == "case"; figures != (err == nil) || !figures && (!ok || f.Kind != fault.NotFound) {
				t.Errorf("a manager reads a %s: %v", what, err)
			}
		}
		for what, err := range reads(c.trainer, c.id, c.people[0], played) {
			if err != nil {
				t.Errorf("the trainer reads a %s: %v", what, err)
			}
		}
		for what, err := range reads(c.trainer, c.id, other.people[0], played) {
			if (what == "trainee" || what == "debrief") && err == nil {
				t.Errorf("the trainer reads a %s of somebody who is not theirs", what)
			}
		}
		_, err := c.reader.Debrief(t.Context(), c.trainer, c.id, c.people[0], newID(t))
		wantFault(t, err, fault.NotFound, "unknown_attempt")
		_, err = c.reader.Media(t.Context(), other.trainer, c.id, c.people[0], played, "plan.png")
		wantFault(t, err, fault.NotFound, "unknown_cohort")
		_, err = c.reader.Media(t.Context(), c.trainer, c.id, c.people[0], played, "plan.png")
		wantFault(t, err, fault.NotFound, "unknown_media") // theirs, but the case has none
		meddle(t, s, "UPDATE enrolments SET left_at = ? WHERE account_id = ?", noon, key(c.people[0]))
		_, err = c.reader.Trainee(t.Context(), c.trainer, c.id, c.people[0])
		wantFault(t, err, fault.NotFound, "no_such_member")
	})
}

func TestAListingIsReadFromTheDatabaseAsThePageIs(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		c := newClass(t, opened(t, address), 7)
		for i, person := range c.people[:4] {
			c.play(t, person, uint64(i), toTheEnd)
		}
		c.play(t, c.people[3], 7, 2)
		c.play(t, c.people[4], 9, 1)
		c.play(t, c.people[5], 10, toTheEnd)
		meddle(t, c.Store, "UPDATE enrolments SET left_at = ? WHERE account_id = ?", noon, key(c.people[5]))
		for _, withdrawn := range []uuid.UUID{c.assign(t), c.assignment} { // one that nobody has begun, and one that people have
			meddle(t, c.Store, "UPDATE assignments SET withdrawn_at = ? WHERE id = ?", noon, key(withdrawn))
		}
		l, err := c.reader.Listing(t.Context(), c.trainer, c.id, report.Pick{})
		if err != nil {
			t.Fatal(err)
		}
		var rows []report.Row
		for row, err := range l.Rows(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			rows = append(rows, *row)
		}
		page, err := c.reader.Progress(t.Context(), c.trainer, c.id, report.Pick{})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Assignments) != 1 || len(page.People) != 6 || !reflect.DeepEqual(rows, page.People) {
			t.Errorf("of %d cases, a listing has\n%+v\nand the page\n%+v", len(page.Assignments), rows, page.People)
		}
		sum, err := l.Sum(t.Context())
		page.People, page.Growth, page.Brief = nil, nil, nil
		if err != nil || !reflect.DeepEqual(sum, page) {
			t.Errorf("a listing comes to\n%+v, %v\nand the page to\n%+v", sum, err, page)
		}
	})
}

func TestWhoReadsOfSomebodyIsToldToTheTrail(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := newClass(t, s, 1)
		played := c.play(t, c.people[0], 1, toTheEnd)
		before := len(entries(t, s))
		work, err := c.reader.Trainee(t.Context(), c.trainer, c.id, c.people[0])
		if err != nil {
			t.Fatal(err)
		}
		if len(work.Attempts) != 1 || len(work.Attempts[0].Decisions) == 0 || work.Attempts[0].Decisions[0].Rationale != "parce que" ||
			work.Attempts[0].Decisions[0].Worth == nil || work.GrowthWhy != report.NoParallel {
			t.Errorf("reads %+v", work)
		}
		d, err := c.reader.Debrief(t.Context(), c.trainer, c.id, c.people[0], played)
		if err != nil || d.Attempt.ID != played {
			t.Errorf("debriefs %+v, %v", d.Attempt, err)
		}
		told := entries(t, s)[before:]
		if len(told) != 2 || told[0].Action != audit.ReportViewed || told[0].Subject != "account/"+c.people[0].String() ||
			told[1].Action != audit.AttemptViewed || told[1].Subject != "attempt/"+played.String() ||
			told[0].Actor != c.trainer.ID.String() || told[0].Details != fmt.Sprintf(`{"cohort":%q}`, c.id) {
			t.Errorf("the trail tells %+v", told)
		}
	})
}

// TestAnErasureTakesItsFiveAway makes sure that places are kept for good.
func TestAnErasureTakesItsFiveAway(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := newClass(t, s, 16)
		read := func() int {
			k, err := c.reader.Case(t.Context(), c.manager, c.id, c.version.Ref, report.CasePick{})
			if err != nil {
				t.Fatal(err)
			}
			return k.Completed
		}
		for i, person := range c.people[:11] {
			if got, want := read(), i/5*5; got != want {
				t.Errorf("after %d people %d are counted", i, got)
			}
			c.play(t, person, uint64(i), toTheEnd)
			c.play(t, person, uint64(100+i), toTheEnd) // again: it does not count
		}
		meddle(t, s, "DELETE FROM accounts WHERE id = ?", key(c.people[2]))
		if got := read(); got != 5 {
			t.Errorf("once one of ten is gone, %d are counted", got)
		}
		for i, person := range c.people[11:] {
			c.play(t, person, uint64(i), toTheEnd)
		}
		if got := read(); got != 10 {
			t.Errorf("with five others, %d are counted", got)
		}
	})
}

// TestASummaryFromBeforeIsCompleted is what a new program does for attempts that an older one has summed up.
func TestASummaryFromBeforeIsCompleted(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := newClass(t, s, 1)
		id := c.play(t, c.people[0], 1, toTheEnd)
		whole, err := kept(t, s, c.people[0], id)
		if err != nil || whole.Summary.Course == "" {
			t.Fatalf("%+v, %v", whole.Summary, err)
		}
		lib := library.New(s, nil, atNoon)
		attempts := attempt.New(s, library.NewDesk(lib, s), atNoon)
		for i, damage := range []string{"UPDATE summaries SET course = ?", "DELETE FROM summaries WHERE path <> ?"} {
			meddle(t, s, damage, blob(""))
			s.recent.take(which{c.people[0], id})
			if done, err := attempts.SumUp(t.Context(), s.Unsummed(t.Context())); err != nil || done != 1 {
				t.Errorf("%d: %d are summed up, %v", i, done, err)
			}
			if now, err := kept(t, s, c.people[0], id); err != nil || now.Summary != whole.Summary {
				t.Errorf("%d: %+v, %v", i, now.Summary, err)
			}
		}
	})
}
