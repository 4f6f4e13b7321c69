package report

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

// Progress tells how a cohort gets on. To a manager, whatever they pick, it tells of groups of five alone.
func (r *Reader) Progress(ctx context.Context, by account.Account, id uuid.UUID, p Pick) (Progress, error) {
	in := cohort.Figures(by)
	roll, err := r.records.CohortRoll(ctx, in, id)
	if err != nil {
		return Progress{}, err
	}
	t, err := r.table(ctx, &roll)
	if err != nil {
		return Progress{}, err
	}
	if viewOf(roll.Post) == Figures {
		return r.figures(ctx, in, t, p)
	}
	return t.progress(p)
}

// table is a cohort's progress as it is worked out.
type table struct {
	*Roll
	at           time.Time
	versions     map[library.Ref]*edition
	competencies []Named
	works
}

// works are how far people are, by account.
type works struct {
	ended map[uuid.UUID][]*Ended // in the order in which they did
	open  map[uuid.UUID][]*attempt.Attempt
}

func worksOf(ended []Ended, open []attempt.Attempt) works {
	w := works{map[uuid.UUID][]*Ended{}, map[uuid.UUID][]*attempt.Attempt{}}
	for i := range ended {
		e := &ended[i]
		w.ended[e.Account] = append(w.ended[e.Account], e)
	}
	for i := range open {
		a := &open[i]
		w.open[a.Account] = append(w.open[a.Account], a)
	}
	return w
}

func (r *Reader) table(ctx context.Context, roll *Roll) (*table, error) {
	t := &table{Roll: roll, at: r.now(), versions: map[library.Ref]*edition{}, works: worksOf(roll.Ended, roll.Open)}
	begun, versions := map[uuid.UUID]bool{}, map[library.Ref]bool{}
	note := func(b Begun) { begun[b.Assignment], versions[b.Scenario] = true, true }
	for _, b := range roll.Begun {
		note(b)
	}
	for i := range roll.Ended {
		note(Begun{roll.Ended[i].Assignment, roll.Ended[i].Scenario})
	}
	for i := range roll.Open {
		note(Begun{roll.Open[i].Under.Assignment, roll.Open[i].Scenario})
	}
	roll.Assignments = slices.DeleteFunc(roll.Assignments, func(a cohort.Assignment) bool {
		return !a.WithdrawnAt.IsZero() && !begun[a.ID]
	})
	for i := range roll.Assignments {
		versions[roll.Assignments[i].Scenario] = true
	}
	inOrderOfNames(roll.Members)
	return t, t.load(ctx, r.versions, versions)
}

func inOrderOfNames(members []Member) {
	entries := make(map[uuid.UUID]string, len(members))
	for _, m := range members {
		entries[m.Account] = account.FoldedEntry(m.Name, m.Email)
	}
	slices.SortFunc(members, func(a, b Member) int {
		return cmp.Or(strings.Compare(entries[a.Account], entries[b.Account]), slices.Compare(a.Account[:], b.Account[:]))
	})
}

// load takes up versions: those that were assigned, and those of whatever was begun.
func (t *table) load(ctx context.Context, versions Versions, refs map[library.Ref]bool) error {
	var ids []string
	for ref := range refs {
		v, err := versions.Find(ctx, ref)
		if err != nil {
			return err
		}
		if t.versions[ref], err = newEdition(v); err != nil {
			return err
		}
		ids = append(ids, v.Scenario.Competencies...)
	}
	regs := versions.Registers()
	for _, id := range inOrder(regs, ids) {
		t.competencies = append(t.competencies, named(regs, id))
	}
	return nil
}

// progress is what a trainer reads.
func (t *table) progress(p Pick) (Progress, error) {
	rows, sums := make([]Row, len(t.Members)), t.noSums()
	for i, m := range t.Members {
		var err error
		if rows[i], err = t.row(m); err != nil {
			return Progress{}, err
		}
		sums.add(&rows[i])
	}
	out := t.head()
	out.People, out.Growth = rows, t.growth()
	sums.tell(&out)
	out.Brief = out.brief()
	picks := out.narrow(p)
	out.People = rows[:0]
	for i := range rows {
		if picks(&rows[i]) {
			out.People = append(out.People, rows[i])
		}
	}
	return out, nil
}

// head is what a trainer reads without the people, and without what is told of them together.
func (t *table) head() Progress {
	out := Progress{
		View: People, Cohort: t.Cohort, At: t.at, Enrolled: len(t.Members), Counts: noStates(), Rules: rules(trainersRules...),
	}
	for i := range t.Assignments {
		out.Assignments = append(out.Assignments, t.column(i))
	}
	for _, c := range t.competencies {
		out.Competencies = append(out.Competencies, Competence{Named: c})
	}
	return out
}

var trainersRules = []Code{
	HumanDecides, IsStuck, IsMissed, BelowChance, BelowHalf, CompetencyLow, Overconfident, HeatMaps, Growths,
	Intervals, TooFew, NoVariation, NoStake,
}

func noStates() States {
	return States{NotBegun: 0, UnderWay: 0, Stuck: 0, GivenUp: 0, Missed: 0, Finished: 0}
}

func (t *table) column(i int) Assigned {
	a := &t.Assignments[i]
	e := t.versions[a.Scenario]
	return Assigned{
		ID: a.ID, CaseName: caseName(e.version), OpensAt: a.OpensAt, DueAt: a.DueAt, Attempts: a.Attempts,
		Learning: a.Learning, Withdrawn: !a.WithdrawnAt.IsZero(), Baseline: e.baseline,
	}
}
