package solve

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// ID names a state that can be reached, together with what the trainee knows there. Open and Follow give it.
type ID uint32

// Option is what one available move is worth.
type Option struct {
	Move     engine.Move
	Points   float64 // at once
	Q        float64 // in all, on average, the best moves after it
	Regret   float64
	Outcomes []Outcome
}

// Outcome is one state that an act may lead to.
type Outcome struct {
	To          ID
	Probability float64
}

// Node is where a state stands.
func (sol *Solution) Node(at ID) int { return sol.graph.node(uint32(at)) }

// Vars are the gauges and flags of a state.
func (sol *Solution) Vars(at ID) scenario.Vars {
	var st engine.State
	sol.graph.pack.unpack(sol.graph.table.key(uint32(at)), &st)
	return st.Vars
}

// Value is what is still to be had from a state on average, by the best moves.
func (sol *Solution) Value(at ID) float64 { return sol.values[at] }

// Options lists the available moves of a state, choices first, in written order: none but at a decision point.
func (sol *Solution) Options(at ID) []Option {
	g := sol.graph
	n := &g.s.Nodes[sol.Node(at)]
	if n.Kind != scenario.Decision {
		return nil
	}
	options := make([]Option, len(g.span(uint32(at))))
	outcomes := make([]Outcome, 0, len(g.leaving(uint32(at))))
	for i := range options {
		act := g.first[at] + uint32(i)
		for _, out := range g.outcomes(act) {
			outcomes = append(outcomes, Outcome{ID(out.to), g.p(out)})
		}
		a, from := &g.acts[act], len(outcomes)-len(g.outcomes(act))
		options[i] = Option{a.move, points(n, a.move), a.q, regret(sol.Value(at), a.q), outcomes[from:len(outcomes):len(outcomes)]}
	}
	return options
}

// BestMove is a move that gives nothing away at a decision point: where several do, the first look, or else the
// first choice, in written order.
func (sol *Solution) BestMove(at ID) engine.Move {
	best, found := engine.Move(0), false
	for _, a := range sol.graph.span(uint32(at)) {
		_, look := a.move.IsLook()
		if regret(sol.Value(at), a.q) > 0 || found && !look {
			continue
		}
		best, found = a.move, true
		if look {
			break
		}
	}
	return best
}
