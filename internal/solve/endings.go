package solve

import "casebook/internal/scenario"

// Range is what may be scored on the ways to an ending; nothing when no way leads there.
type Range struct {
	Node            int
	Reached         bool
	MinScore        *float64 // nil when it is not reached, or when nothing is at stake
	MaxScore        *float64
	Lowest, Highest Witness // plays that score so
}

// Endings gives the range of every ending, in written order. It costs a pass over all states for each.
func (sol *Solution) Endings() []Range {
	regrets := sol.regrets()
	var ranges []Range
	for i := range sol.graph.s.Nodes {
		if sol.graph.s.Nodes[i].Kind != scenario.Ending {
			continue
		}
		r := Range{Node: i}
		lost := sol.gather(regrets, func(node int) bool { return node == i })
		if least, most, ok := lost.bounds(); ok {
			r.Reached, r.MinScore, r.MaxScore = true, sol.Score(most), sol.Score(least)
			r.Lowest, r.Highest = lost.most(), lost.least()
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// Costliest is a play that gathers the largest total regret there is.
func (sol *Solution) Costliest() Witness {
	return sol.gather(sol.regrets(), anyEnding).most()
}

// Span is the least and the most evidence of a competency that a whole play may show.
type Span struct {
	Competency      int // index in the scenario
	Least, Most     int
	Lowest, Highest Witness // plays that show so much
}

// Competencies gives the span of every competency, in written order. It costs a pass over all states for each.
func (sol *Solution) Competencies() []Span {
	spans := make([]Span, len(sol.graph.s.Competencies))
	for i := range spans {
		shown := sol.gather(sol.shown(i), anyEnding)
		least, most, _ := shown.bounds()
		spans[i] = Span{i, int(least), int(most), shown.least(), shown.most()}
	}
	return spans
}

func anyEnding(int) bool { return true }

// regrets is what each act gives away.
func (sol *Solution) regrets() []float64 {
	g := sol.graph
	costs := make([]float64, len(g.acts))
	for id := range uint32(g.size()) {
		if g.s.Nodes[g.node(id)].Kind != scenario.Decision {
			continue
		}
		for act := g.first[id]; act < g.first[id+1]; act++ {
			costs[act] = regret(sol.values[id], g.acts[act].q)
		}
	}
	return costs
}

// shown is what each act shows of a competency.
func (sol *Solution) shown(competency int) []float64 {
	g := sol.graph
	points := make([]float64, len(g.acts))
	for id := range uint32(g.size()) {
		n := &g.s.Nodes[g.node(id)]
		if n.Kind != scenario.Decision {
			continue
		}
		for act := g.first[id]; act < g.first[id+1]; act++ {
			for _, e := range evidence(n, g.acts[act].move) {
				if e.Competency == competency {
					points[act] += float64(e.Points)
				}
			}
		}
	}
	return points
}
