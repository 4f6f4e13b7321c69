package report

import (
	"maps"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/cohort"
	"casebook/internal/stats"
)

// fewestShared is how many competencies parallel cases share at least.
const fewestShared = 2

// shared are the competencies of two parallel cases: other cases, that have two in common at least, and half of those
// of either; none when they are not parallel.
func (t *table) shared(a, b *edition) (list []Named) {
	if a.version.ID == b.version.ID {
		return nil
	}
	these, those := a.version.Scenario.Competencies, b.version.Scenario.Competencies
	for _, c := range t.competencies {
		if slices.Contains(these, c.ID) && slices.Contains(those, c.ID) {
			list = append(list, c)
		}
	}
	if len(list) < fewestShared || 2*len(list) < max(len(these), len(those)) {
		return nil
	}
	return list
}

// pairs are the scores of people who have finished one case before they began another, in the first attempts of each.
func (t *table) pairs(from, to string) (before, after []float64) {
	people := map[uuid.UUID]bool{}
	for i := range t.Ended {
		people[t.Ended[i].Account] = true
	}
	for _, person := range slices.SortedFunc(maps.Keys(people), func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) }) {
		if first, second, ok := t.pair(person, from, to); ok {
			before, after = append(before, first.Capped), append(after, second.Capped)
		}
	}
	return before, after
}

func (t *table) pair(person uuid.UUID, from, to string) (first, second *Ended, ok bool) {
	for _, e := range t.firstOf(person) {
		switch {
		case !e.Scored:
		case e.Scenario.ID == from:
			first = e
		case e.Scenario.ID == to:
			second = e
		}
	}
	return first, second, first != nil && second != nil && !second.StartedAt.Before(first.EndedAt)
}

// growth is the change between each two parallel cases that somebody has finished, the first assigned first.
func (t *table) growth() (list []Growth) {
	assigned := slices.Clone(t.Assignments)
	assigned = slices.CompactFunc(assigned, func(a, b cohort.Assignment) bool { return a.Scenario == b.Scenario })
	for i := range assigned {
		for j := range assigned {
			from, to := t.versions[assigned[i].Scenario], t.versions[assigned[j].Scenario]
			shared := t.shared(from, to)
			if i == j || shared == nil {
				continue
			}
			before, after := t.pairs(from.version.ID, to.version.ID)
			if len(before) > 0 {
				list = append(list, Growth{
					caseName(from.version), caseName(to.version), shared, changeOf(before, after), effectOf(before, after),
				})
			}
		}
	}
	return list
}

func changeOf(before, after []float64) Figure {
	changes := make([]float64, len(before))
	for i := range changes {
		changes[i] = after[i] - before[i]
	}
	return meanOf(changes, -100, 100).judged(0)
}

// effectOf is a change in standard deviations of what was before.
func effectOf(before, after []float64) Figure {
	retest, ok := stats.RetestOf(before, after)
	var effect stats.Effect
	if ok {
		effect, ok = retest.Growth()
	}
	return figure(stats.Estimate{N: len(before), Value: effect.G, Interval: effect.Interval}, ok, len(before)).judged(0)
}

// reliably is a person's change, with what measuring may add or take: reckoned from those who have finished both.
func reliably(change float64, before, after []float64) Figure {
	n := len(before)
	retest, ok := stats.RetestOf(before, after)
	var noise stats.Reliable
	if ok {
		noise, ok = stats.ReliableChange(retest.SDPre, retest.R)
	}
	in := stats.Interval{Low: change - noise.Smallest(), High: change + noise.Smallest()}
	return figure(stats.Estimate{N: n, Value: change, Interval: in}, ok, n).judged(0)
}
