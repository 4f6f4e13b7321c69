package report

import (
	"context"
	"slices"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
)

var managersRules = []Code{
	InFives, Rounded, Intervals, EachAttempt, NoGroup, NotEverybody, TooFew, Hidden, NoVariation, NoStake,
}

// figures is what a manager reads.
func (r *Reader) figures(ctx context.Context, in cohort.Scope, t *table, p Pick) (Progress, error) {
	out := Progress{
		View: Figures, Cohort: t.Cohort, At: t.at, Enrolled: len(t.Members), Counts: States{}, Rules: rules(managersRules...),
	}
	ended, of := map[library.Ref][]attempt.Summary{}, map[library.Ref][]attempt.Summary{}
	for i := range t.Ended {
		ref := t.Ended[i].Scenario
		ended[ref] = append(ended[ref], t.Ended[i].Summary)
	}
	for ref := range ended {
		var err error
		if of[ref], err = r.forManager(ctx, in, t.Cohort.ID, ref, ended[ref], t.Places[ref]); err != nil {
			return Progress{}, err
		}
		out.Counts[Finished] += len(of[ref])
	}
	for i := range t.Assignments {
		a := t.column(i)
		a.Counts = States{Finished: len(of[a.Ref])}
		a.Score = scoreOf(of[a.Ref])
		if a.Baseline != nil {
			a.Score = a.Score.judged(*a.Baseline)
		}
		out.Assignments = append(out.Assignments, a)
	}
	for _, c := range t.competencies {
		out.Competencies = append(out.Competencies, Competence{c, t.meanFor(c.ID, of)})
	}
	out.Brief = out.brief()
	out.narrow(p)
	return out, nil
}

// scoreOf is the mean of what a manager reads of, to the whole point.
func scoreOf(counted []attempt.Summary) Figure {
	var scores []float64
	for i := range counted {
		if counted[i].Scored {
			scores = append(scores, counted[i].Capped)
		}
	}
	switch {
	case len(counted) == 0:
		return missing(NoGroup)
	case len(scores) < len(counted):
		return missing(NoStake)
	}
	return meanOf(scores, 0, 100).coarse(1)
}

// meanFor is the mean of what attempts showed of a competency in the cases where it was in play for everybody who counts.
// Each attempt weighs the same: it says no more than those cases do apart. A mean over people would, of whoever is in
// several groups.
func (t *table) meanFor(id string, of map[library.Ref][]attempt.Summary) Figure {
	var all []float64
	why := NoGroup
	for ref, counted := range of {
		shown, byAll := t.versions[ref].allShow(id, counted)
		if !byAll {
			why = NotEverybody
			continue
		}
		all = append(all, shown...)
	}
	if len(all) == 0 {
		return missing(why)
	}
	slices.Sort(all) // summed in order, the same give the same
	return meanOf(all, 0, 100).coarse(1)
}

// allShow are what attempts showed of a competency; false when it was in play for some and not for others.
func (e *edition) allShow(id string, counted []attempt.Summary) (list []float64, all bool) {
	var room reading
	for i := range counted {
		for c, score := range e.shown(&counted[i], &room) {
			if e.version.Scenario.Competencies[c] == id && score != notInPlay {
				list = append(list, score)
			}
		}
	}
	return list, len(list) == 0 || len(list) == len(counted)
}
