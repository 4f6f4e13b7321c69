package check

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// stumble notes why chance, or the engine, could not go on after a move. events are what happened until then, and
// settled is how many of the outcomes laid down had been taken before them.
func (w *walk) stumble(err error, move int, events []engine.Event, settled int) {
	if _, refused := fault.From(err); !refused {
		w.fail(ruleWalkCrowd, w.of.Place, w.moment(move))
		return
	}
	refused := w.of.Chance[settled+len(draws(events))]
	w.fail(ruleWalkChance, refused.Place, w.moment(move), refused.Text, possible(w.outcomes(events, settled)))
}

// outcomes are what chance could have given: the values of a truth at the start, else what the last node entered
// leads to.
func (w *walk) outcomes(events []engine.Event, settled int) []string {
	var names []string
	if len(events) == 0 {
		for _, v := range w.sc.Truths[settled].Values {
			names = append(names, v.ID)
		}
		return names
	}
	last := &events[len(events)-1]
	st := engine.State{Node: uint16(last.Node), Vars: last.Vars}
	for _, t := range w.sc.Nodes[last.Node].Rows[st.Row(w.sc, w.world())].Targets {
		if t.Weight > 0 {
			names = append(names, w.sc.Nodes[t.To].ID)
		}
	}
	return names
}

// truths counts the outcomes laid down that settle a truth.
func (w *walk) truths() int {
	n := 0
	for n < len(w.sc.Truths) && n < len(w.of.Chance) && valued(&w.sc.Truths[n], w.of.Chance[n].Text) >= 0 {
		n++
	}
	return n
}

func valued(t *scenario.Truth, value string) int {
	return slices.IndexFunc(t.Values, func(v scenario.TruthValue) bool { return v.ID == value })
}

// world is that of the play; before it has begun, the one laid down.
func (w *walk) world() scenario.World {
	if len(w.stops) > 0 {
		return w.stops[0].World
	}
	var world scenario.World
	for i := range w.truths() {
		world[i] = uint8(valued(&w.sc.Truths[i], w.of.Chance[i].Text))
	}
	return world
}

// settled counts the outcomes laid down that have been taken after so many moves.
func (w *walk) settled(after int) int { return len(w.of.Chance) - len(w.stops[after].Unused()) }

// settle compares what chance decided with what was laid down. Where neither outcome nor seed told it how, nothing
// else that was found is worth saying.
func (w *walk) settle() {
	last := len(w.stops) - 1
	var met []string // where chance decided
	for i := range w.sc.Truths {
		met = append(met, w.sc.Truths[i].ID)
	}
	drawn := draws(w.opening)
	for i := range w.moments {
		drawn = append(drawn, draws(w.moments[i].Events)...)
	}
	for _, node := range drawn {
		met = append(met, w.sc.Nodes[node].ID)
	}
	settled := w.settled(last)
	switch unused := w.of.Chance[settled:]; {
	case w.of.Seed == "" && len(met) > settled:
		w.failures = nil
		w.fail(ruleWalkUnsettled, w.of.Place, met[settled])
	case len(unused) > 0 && len(w.failures) == 0:
		w.fail(ruleWalkUnused, unused[0].Place, unused[0].Text)
	}
}

// draws are the chance nodes that decided among some events.
func draws(events []engine.Event) []int {
	var nodes []int
	for i := range events {
		if events[i].Kind == engine.Drew {
			nodes = append(nodes, events[i].Node)
		}
	}
	return nodes
}
