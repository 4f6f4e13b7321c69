package solve

import (
	"slices"

	"casebook/internal/scenario"
)

// glimpse is where something was seen: in a state, or on an out that leaves it.
type glimpse struct {
	seen  bool
	state uint32
	out   uint32 // noOut for the state itself
	world int
}

const noOut = ^uint32(0)

// test sees which of the facts of a place hold.
func (o *observer) test(p place, v *scenario.Vars) {
	facts := o.at[p]
	learnt := false
	for _, i := range facts {
		when := o.facts[i].When
		for o.now.world = range telling(when, o.among).all() {
			learnt = o.mark(i, when.Holds(v, o.beliefs.worlds[o.now.world])) || learnt
		}
	}
	if learnt {
		o.at[p] = slices.DeleteFunc(facts, o.settled)
	}
}

// decide is test for facts of which only the first that holds counts.
func (o *observer) decide(p place, v *scenario.Vars) {
	left := o.among // in which none has held yet
	for _, i := range o.at[p] {
		when := o.facts[i].When
		for o.now.world = range telling(when, left).all() {
			holds := when.Holds(v, o.beliefs.worlds[o.now.world])
			o.mark(i, holds)
			if holds {
				left &^= 1 << o.now.world
			}
			if holds && !when.OnTruth() || left == 0 {
				return
			}
		}
	}
}

// telling is the worlds in which a condition has to be looked at: one is enough for what depends on no truth.
func telling(when *scenario.Condition, among worlds) worlds {
	if when.OnTruth() {
		return among
	}
	return among & -among
}

// see is test where it is known whether the facts hold.
func (o *observer) see(p place, holds bool) {
	for _, i := range o.at[p] {
		o.mark(i, holds)
	}
}

// mark keeps the first glimpse of each fact, and reports whether this is one.
func (o *observer) mark(fact int, holds bool) bool {
	seen := &o.no[fact]
	if holds {
		seen = &o.yes[fact]
	}
	if seen.seen {
		return false
	}
	*seen = o.now
	return true
}

// settled reports whether there is nothing left to learn of a fact.
func (o *observer) settled(fact int) bool {
	return o.yes[fact].seen && (o.no[fact].seen || o.facts[fact].When == nil)
}

// tell writes down what was seen, and the ways there.
func (o *observer) tell() {
	reached := false // the node at hand, which comes before what is of it
	for i := range o.facts {
		f := &o.facts[i]
		f.Yes, f.No = o.recall(o.yes[i]), o.recall(o.no[i])
		switch f.Kind {
		case NodeReached:
			f.Met, reached = true, f.Yes != nil
		case ChoiceOffer, LookOffer:
			f.Met = reached
		default:
			f.Met = f.Yes != nil || f.No != nil
		}
	}
}

func (o *observer) recall(g glimpse) *Witness {
	if !g.seen {
		return nil
	}
	way := o.way(g.state)
	if g.out != noOut {
		way = append(way, g.out)
	}
	w := o.witnessIn(way, g.world)
	return &w
}
