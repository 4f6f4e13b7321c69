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
	ended        map[uuid.UUID][]*Ended           // by account, in the order in which they did
	open         map[uuid.UUID][]*attempt.Attempt // by account
}

func (r *Reader) table(ctx context.Context, roll *Roll) (*table, error) {
	t := &table{
		Roll: roll, at: r.now(), versions: map[library.Ref]*edition{},
		ended: map[uuid.UUID][]*Ended{}, open: map[uuid.UUID][]*attempt.Attempt{},
	}
	begun := map[uuid.UUID]bool{}
	for i := range roll.Ended {
		e := &roll.Ended[i]
		begun[e.Assignment] = true
		t.ended[e.Account] = append(t.ended[e.Account], e)
	}
	for i := range roll.Open {
		a := &roll.Open[i]
		begun[a.Under.Assignment] = true
		t.open[a.Account] = append(t.open[a.Account], a)
	}
	roll.Assignments = slices.DeleteFunc(roll.Assignments, func(a cohort.Assignment) bool {
		return !a.WithdrawnAt.IsZero() && !begun[a.ID]
	})
	inOrderOfNames(roll.Members)
	return t, t.load(ctx, r.versions)
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

// load takes up the versions that were assigned, and those of whatever has ended.
func (t *table) load(ctx context.Context, versions Versions) error {
	var ids []string
	take := func(ref library.Ref) error {
		if t.versions[ref] != nil {
			return nil
		}
		v, err := versions.Find(ctx, ref)
		if err != nil {
			return err
		}
		if t.versions[ref], err = newEdition(v); err != nil {
			return err
		}
		ids = append(ids, v.Scenario.Competencies...)
		return nil
	}
	for _, a := range t.Assignments {
		if err := take(a.Scenario); err != nil {
			return err
		}
	}
	for i := range t.Ended {
		if err := take(t.Ended[i].Scenario); err != nil {
			return err
		}
	}
	for i := range t.Open {
		if err := take(t.Open[i].Scenario); err != nil {
			return err
		}
	}
	regs := versions.Registers()
	for _, id := range inOrder(regs, ids) {
		t.competencies = append(t.competencies, named(regs, id))
	}
	return nil
}

// progress is what a trainer reads.
func (t *table) progress(p Pick) (Progress, error) {
	rows := make([]Row, len(t.Members))
	for i, m := range t.Members {
		var err error
		if rows[i], err = t.row(m); err != nil {
			return Progress{}, err
		}
	}
	out := Progress{
		View: People, Cohort: t.Cohort, At: t.at, Enrolled: len(t.Members), Counts: noStates(),
		Growth: t.growth(), Rules: rules(trainersRules...),
	}
	for i := range t.Assignments {
		a := t.assigned(i, rows)
		for state, n := range a.Counts {
			out.Counts[state] += n
		}
		out.Assignments = append(out.Assignments, a)
	}
	for i, c := range t.competencies {
		cells := make([]Cell, len(rows))
		for row := range rows {
			cells[row] = rows[row].Competencies[i]
		}
		out.Competencies = append(out.Competencies, Competence{c, columnOf(cells)})
	}
	out.People = rows
	out.Brief = out.brief()
	return out.picked(p), nil
}

var trainersRules = []Code{
	HumanDecides, IsStuck, IsMissed, BelowChance, BelowHalf, CompetencyLow, Overconfident, HeatMaps, Growths,
	Intervals, TooFew, NoVariation, NoStake,
}

func noStates() States {
	return States{NotBegun: 0, UnderWay: 0, Stuck: 0, GivenUp: 0, Missed: 0, Finished: 0}
}

// assigned sums a column up.
func (t *table) assigned(column int, rows []Row) Assigned {
	out := t.column(column)
	out.Counts = noStates()
	var best []float64
	for i := range rows {
		s := &rows[i].Standings[column]
		out.Counts[s.State]++
		if s.Score != nil {
			best = append(best, *s.Score)
		}
	}
	out.Score = meanOf(best, 0, 100)
	if out.Baseline != nil {
		out.Score = out.Score.judged(*out.Baseline)
	}
	return out
}

func (t *table) column(i int) Assigned {
	a := &t.Assignments[i]
	e := t.versions[a.Scenario]
	return Assigned{
		ID: a.ID, CaseName: caseName(e.version), OpensAt: a.OpensAt, DueAt: a.DueAt, Attempts: a.Attempts,
		Learning: a.Learning, Withdrawn: !a.WithdrawnAt.IsZero(), Baseline: e.baseline,
	}
}

// columnOf is the mean of people's means, with its interval.
func columnOf(cells []Cell) Figure {
	var means []float64
	for _, c := range cells {
		if c.N > 0 {
			means = append(means, c.Mean)
		}
	}
	return meanOf(means, 0, 100)
}

// picked leaves out what was not asked for. What columns sum up stays that of all people.
func (p Progress) picked(by Pick) Progress {
	if by.Assignment != uuid.Nil {
		p.keepAssignment(by.Assignment)
	}
	if by.Competency != "" {
		p.keepCompetency(by.Competency)
	}
	sought := account.Sought(by.Search)
	p.People = slices.DeleteFunc(p.People, func(r Row) bool {
		return by.Help && len(r.Help) == 0 ||
			by.State != "" && !slices.ContainsFunc(r.Standings, func(s Standing) bool { return s.State == by.State }) ||
			len(sought) > 0 && !account.Holds(account.FoldedEntry(r.Name, r.Email), sought)
	})
	return p
}

func (p *Progress) keepAssignment(id uuid.UUID) {
	p.Assignments = slices.DeleteFunc(p.Assignments, func(a Assigned) bool { return a.ID != id })
	for i := range p.People {
		row := &p.People[i]
		row.Standings = slices.DeleteFunc(row.Standings, func(s Standing) bool { return s.Assignment != id })
	}
}

func (p *Progress) keepCompetency(id string) {
	place := slices.IndexFunc(p.Competencies, func(c Competence) bool { return c.ID == id })
	if place < 0 {
		p.Competencies = nil
	} else {
		p.Competencies = p.Competencies[place : place+1]
	}
	for i := range p.People {
		cells := p.People[i].Competencies
		p.People[i].Competencies = cells[max(0, place) : place+1]
	}
}
