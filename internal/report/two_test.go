package report

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// two is a case of two scored decisions and a discussion between them. At the first, a loses nothing, b 2 and c 4 of 4
// points; at the last, x nothing and y 2 of 2: so much of 6 is lost of the score. c is an incident that caps it at 40;
// only x does what must be done. b can be chosen after a look alone.
func two(t testing.TB, id string) *library.Version {
	t.Helper()
	return version(t, id, twoFiles(id))
}

func twoFiles(id string) fstest.MapFS {
	return fstest.MapFS{
		"scenario.yaml": {Data: []byte(`format: scenario/1
id: ` + id + `
rev: 1
lang: en
minutes: 5
level: 1
competencies: [canal, verite]
flags: [looked, said]
value: {evidence: 1, endings: {good: 0, bad: 0}}
must: {say: said}
must-not: [slip]
cap: 40
start: first
nodes:
  first:
    kind: decision
    look:
      notes: {set: {looked: true}}
    choices:
      a: {evidence: {canal: 2}, next: talk}
      b: {when: looked, evidence: {canal: 0}, next: talk}
      c: {evidence: {canal: -2}, incident: slip, next: talk}
  talk:
    kind: decision
    scored: false
    choices:
      p: {next: last}
      q: {next: last}
  last:
    kind: decision
    choices:
      x: {evidence: {verite: 1}, set: {said: true}, next: good}
      y: {evidence: {verite: -1}, next: bad}
  good: {kind: ending, tone: good}
  bad: {kind: ending, tone: bad}
`)},
		"text.en.md": {Data: []byte(`# Case ` + id + `

A case.

## flag: said | It was said

## scene: first | The first
Here.

### ask
Well?

### look: notes | The notes
Notes.

### choice: a | Choose a
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

### choice: b | Choose b
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

### choice: c | Choose c
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

## scene: talk | The talk
Here.

### ask
Well?

### choice: p | Choose p
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

### choice: q | Choose q
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

## scene: last | The last
Here.

### ask
Well?

### choice: x | Choose x
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

### choice: y | Choose y
You do.
#### tempting
It is.
#### result
Done.
#### expert
Well [@T12].

## ending: good | Good
The end.

## ending: bad | Bad
The end.
`)},
	}
}

// short is two with a way that ends at the first decision: c leads to bad. Unless it is scored, nothing is on that way.
func short(t testing.TB, scored bool) *library.Version {
	t.Helper()
	files := twoFiles("short")
	changes := []string{"incident: slip, next: talk", "incident: slip, next: bad"}
	if !scored {
		changes = append(changes, "first:\n    kind: decision\n", "first:\n    kind: decision\n    scored: false\n")
	}
	files["scenario.yaml"].Data = []byte(strings.NewReplacer(changes...).Replace(string(files["scenario.yaml"].Data)))
	return version(t, "short", files)
}

// three is two with a third ending: c leads to gone.
func three(t testing.TB) *library.Version {
	t.Helper()
	files := twoFiles("three")
	for name, changes := range map[string][]string{
		"scenario.yaml": {
			"incident: slip, next: talk", "incident: slip, next: gone", "bad: 0}", "bad: 0, gone: 0}",
			"  bad: {kind: ending, tone: bad}\n", "  bad: {kind: ending, tone: bad}\n  gone: {kind: ending, tone: bad}\n",
		},
		"text.en.md": {"## ending: bad | Bad\nThe end.\n", "## ending: bad | Bad\nThe end.\n\n## ending: gone | Gone\nThe end.\n"},
	} {
		files[name].Data = []byte(strings.NewReplacer(changes...).Replace(string(files[name].Data)))
	}
	return version(t, "three", files)
}

// office is where a cohort's work is kept in a test: values in memory, in place of a database.
type office struct {
	Records // nothing else is asked
	shelf
	roll   Roll
	viewed []uuid.UUID
	work   []attempt.Attempt
	pages  int // of people, read
}

func (o *office) Registers() *scenario.Registers { return &scenario.Registers{} }

func (o *office) CohortRoll(context.Context, cohort.Scope, uuid.UUID) (Roll, error) {
	r := o.roll
	r.Members, r.Assignments = slices.Clone(r.Members), slices.Clone(r.Assignments)
	return r, nil
}

func (o *office) CohortOutline(context.Context, cohort.Scope, uuid.UUID) (Roll, error) {
	r := o.roll
	r.Members, r.Assignments = slices.Clone(r.Members), slices.Clone(r.Assignments)
	for _, e := range r.Ended {
		r.Begun = append(r.Begun, Begun{e.Assignment, e.Scenario})
	}
	for _, a := range r.Open {
		r.Begun = append(r.Begun, Begun{a.Under.Assignment, a.Scenario})
	}
	r.Ended, r.Open, r.Places = nil, nil, nil
	return r, nil
}

func (o *office) CohortWork(_ context.Context, _ cohort.Scope, _ uuid.UUID, people []uuid.UUID) (ended []Ended, open []attempt.Attempt, err error) {
	o.pages++
	for _, e := range o.roll.Ended {
		if slices.Contains(people, e.Account) {
			ended = append(ended, e)
		}
	}
	for _, a := range o.roll.Open {
		if slices.Contains(people, a.Account) {
			open = append(open, a)
		}
	}
	return ended, open, nil
}

func (o *office) CohortCase(_ context.Context, _ cohort.Scope, _ uuid.UUID, ref library.Ref) (Sheet, error) {
	s := Sheet{Cohort: o.roll.Cohort, Post: o.roll.Post, Places: o.roll.Places[ref]}
	for _, e := range o.roll.Ended {
		if e.Scenario == ref {
			s.Ended = append(s.Ended, e.Summary)
		}
	}
	return s, nil
}

func (o *office) TraineeWork(context.Context, cohort.Scope, uuid.UUID, uuid.UUID) (Heading, []attempt.Attempt, error) {
	return o.roll.Cohort, o.work, nil
}

func (o *office) AddPlaces(_ context.Context, _ cohort.Scope, _ uuid.UUID, ref library.Ref, add func([]uuid.UUID) []uuid.UUID) ([]uuid.UUID, error) {
	if o.roll.Places == nil {
		o.roll.Places = Places{}
	}
	o.roll.Places[ref] = append(o.roll.Places[ref], add(o.roll.Places[ref])...)
	return o.roll.Places[ref], nil
}

func (o *office) ReportViewed(_ context.Context, _ cohort.Scope, _, person, _ uuid.UUID) error {
	o.viewed = append(o.viewed, person)
	return nil
}

// now is when the reports of tests are read: ten days after noon.
func now() time.Time { return noon.Add(10 * day) }

func (o *office) reader() *Reader { return NewReader(o, o, nil, now) }

// assign gives a version to the cohort.
func (o *office) assign(v *library.Version) uuid.UUID {
	a := cohort.Assignment{ID: uuid.New(), Scenario: v.Ref, OpensAt: noon}
	o.roll.Assignments = append(o.roll.Assignments, a)
	return a.ID
}

func (o *office) join(name string) uuid.UUID {
	m := Member{Account: uuid.New(), Name: name}
	o.roll.Members = append(o.roll.Members, m)
	return m.Account
}

// does begins an attempt on a day after noon and makes moves, each after ten seconds and with a confidence; it answers
// the attempt, which is kept.
func (o *office) does(t testing.TB, person, assignment uuid.UUID, on int, confidence int, moves ...string) attempt.Attempt {
	t.Helper()
	given := o.roll.Assignments[slices.IndexFunc(o.roll.Assignments, func(a cohort.Assignment) bool { return a.ID == assignment })]
	v, err := o.Find(t.Context(), given.Scenario)
	if err != nil {
		t.Fatal(err)
	}
	a := attempt.Attempt{
		ID: uuid.New(), Account: person, Scenario: v.Ref, Lang: "en", Timing: attempt.Standard, Seed: "seed",
		Status: attempt.InProgress, StartedAt: noon.Add(time.Duration(on) * day), Under: attempt.Under{Assignment: assignment, Cohort: o.roll.Cohort.ID},
	}
	h, err := engine.Open(v.Scenario, engine.Dice{Seed: a.Seed})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range moves {
		move, ok := engine.Find(v.Scenario, int(h.End.State.Node), id)
		if !ok {
			t.Fatalf("no move %s", id)
		}
		if err := h.Go(v.Scenario, engine.Made{Move: move}); err != nil {
			t.Fatal(err)
		}
		d := attempt.Decision{At: a.EnteredAt().Add(10 * time.Second), Took: 10 * time.Second, Confidence: confidence, Rationale: "why " + id}
		if _, look := move.IsLook(); look {
			d.Confidence, d.Rationale = 0, ""
		}
		m := &h.Moments[len(h.Moments)-1]
		d.Tell(v.Scenario, m, m.Before.Offer(v.Scenario))
		a.Decisions = append(a.Decisions, d)
	}
	if h.End.State.Open(v.Scenario) {
		o.roll.Open = append(o.roll.Open, a)
		return a
	}
	if err := a.End(v, h, attempt.Completed, a.EnteredAt()); err != nil {
		t.Fatal(err)
	}
	o.roll.Ended = append(o.roll.Ended, Ended{a.Summary, assignment, a.StartedAt})
	return a
}

func newOffice(post cohort.Post, versions ...*library.Version) *office {
	return &office{shelf: versions, roll: Roll{Cohort: Heading{ID: uuid.New(), Name: "Spring"}, Post: post}}
}

var somebody = account.Account{ID: uuid.New()}

func (o *office) tells(t testing.TB, v *library.Version, p CasePick) Case {
	t.Helper()
	c, err := o.reader().Case(t.Context(), somebody, o.roll.Cohort.ID, v.Ref, p)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (o *office) progress(t testing.TB, p Pick) Progress {
	t.Helper()
	out, err := o.reader().Progress(t.Context(), somebody, o.roll.Cohort.ID, p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inARow is a case of so many decisions in a row, each of which x wins and y loses.
func inARow(t testing.TB, decisions int) *library.Version {
	t.Helper()
	var nodes, texts strings.Builder
	for i := range decisions {
		next := fmt.Sprintf("d%d", i+1)
		if i == decisions-1 {
			next = "end"
		}
		fmt.Fprintf(&nodes, "  d%d:\n    kind: decision\n    choices:\n      x: {evidence: {canal: 1}, next: %s}\n      y: {evidence: {canal: -1}, next: %s}\n", i, next, next)
		fmt.Fprintf(&texts, "## scene: d%d | Decision %d\nHere.\n\n### ask\nWell?\n\n", i, i)
		for _, id := range []string{"x", "y"} {
			fmt.Fprintf(&texts, "### choice: %s | Choose %s\nYou do.\n#### tempting\nIt is.\n#### result\nDone.\n#### expert\nWell [@T12].\n\n", id, id)
		}
	}
	return version(t, "row", fstest.MapFS{
		"scenario.yaml": {Data: []byte(`format: scenario/1
id: row
rev: 1
lang: en
minutes: 5
level: 1
competencies: [canal]
value: {evidence: 1, endings: {end: 0}}
start: d0
nodes:
` + nodes.String() + "  end: {kind: ending, tone: good}\n")},
		"text.en.md": {Data: []byte("# A row\n\nA row.\n\n" + texts.String() + "## ending: end | End\nThe end.\n")},
	})
}
