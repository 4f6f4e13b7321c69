package scoring

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Competency is what was shown of a competency where it was in play: 100 · attained / range, each a sum over the
// visits of scored decision points where some way of acting shows more of it than another.
type Competency struct {
	Competency int // index in the scenario
	Attained   int // evidence above the lowest possible
	Range      int // between the lowest possible and the highest
	Decisions  int
	Score      float64 // 0 to 100
}

// span is the least and the most evidence that can be shown of a competency.
type span struct{ low, high int }

// profile compares what was shown with what could have been, visit by visit: the looks taken at a decision point and
// the choice made there count together, against every sequence of looks and a choice that was possible on arrival.
type profile struct {
	sol     *solve.Solution
	s       *scenario.Scenario
	spans   map[solve.ID][]span // by competency, of what can still be done in the visit
	arrival solve.ID
	visited bool // a visit goes on
	shown   []int
	sums    []Competency
}

func newProfile(sol *solve.Solution) *profile {
	s := sol.Scenario()
	n := len(s.Competencies)
	return &profile{sol: sol, s: s, spans: map[solve.ID][]span{}, shown: make([]int, n), sums: make([]Competency, n)}
}

func (p *profile) move(at solve.ID, n *scenario.Node, m engine.Move) {
	if !n.Scored {
		return
	}
	if !p.visited {
		p.arrival, p.visited = at, true
		clear(p.shown)
	}
	for _, e := range evidence(n, m) {
		p.shown[e.Competency] += int(e.Points)
	}
	if _, look := m.IsLook(); !look {
		p.leave()
	}
}

func (p *profile) leave() {
	p.visited = false
	for c, possible := range p.within(p.arrival) {
		if possible.high > possible.low {
			p.sums[c].Attained += p.shown[c] - possible.low
			p.sums[c].Range += possible.high - possible.low
			p.sums[c].Decisions++
		}
	}
}

func (p *profile) scores() []Competency {
	var list []Competency
	for c, sum := range p.sums {
		if sum.Range > 0 {
			sum.Competency = c
			sum.Score = solve.Round(100 * float64(sum.Attained) / float64(sum.Range))
			list = append(list, sum)
		}
	}
	return list
}

// within gives, for each competency, what can be shown of it from here to the end of the visit.
func (p *profile) within(at solve.ID) []span {
	if known, ok := p.spans[at]; ok {
		return known
	}
	n := &p.s.Nodes[p.sol.Node(at)]
	room := make([]span, 2*len(p.shown))
	all, ahead := room[:len(p.shown)], room[len(p.shown):]
	for o, option := range p.sol.Options(at) {
		clear(ahead)
		if _, look := option.Move.IsLook(); look {
			for i, next := range option.Outcomes {
				widen(ahead, p.within(next.To), i == 0)
			}
		}
		for _, e := range evidence(n, option.Move) {
			ahead[e.Competency].low += int(e.Points)
			ahead[e.Competency].high += int(e.Points)
		}
		widen(all, ahead, o == 0)
	}
	p.spans[at] = all
	return all
}

// widen makes spans hold others too; only the others when they are the first.
func widen(a, b []span, first bool) {
	if first {
		copy(a, b)
		return
	}
	for i := range a {
		a[i] = span{min(a[i].low, b[i].low), max(a[i].high, b[i].high)}
	}
}

func evidence(n *scenario.Node, m engine.Move) []scenario.Evidence {
	if i, ok := m.IsLook(); ok {
		return n.Looks[i].Evidence
	}
	return n.Choices[m].Evidence
}
