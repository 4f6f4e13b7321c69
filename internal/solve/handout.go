package solve

import (
	"slices"

	"casebook/internal/engine"
)

// exhibit looks at an exhibit when it is first handed out: it goes through the states in which that has not happened
// yet, and looks at each step from there that hands it out.
func (o *observer) exhibit(e int) {
	facts := o.at[place{kind: onExhibit, index: e}]
	if len(facts) == 0 {
		return
	}
	via := make([]uint32, o.size())
	met := make([]bool, o.size())
	var queue []uint32
	for _, begin := range o.opening {
		if o.shows(o.node(begin.to), e) {
			o.handOut(facts, begin, func() []uint32 { return nil })
		} else {
			met[begin.to], via[begin.to] = true, fromOpening
			queue = append(queue, begin.to)
		}
	}
	for i := 0; i < len(queue); i++ {
		from := queue[i]
		for act := o.first[from]; act < o.first[from+1]; act++ {
			for n := o.acts[act].first; n < o.acts[act+1].first; n++ {
				to := o.outs[n].to
				switch {
				case o.hands(from, act, to, e):
					o.handOut(facts, o.outs[n], func() []uint32 { return append(o.back(via, from), n) })
				case !met[to]:
					met[to], via[to] = true, n
					queue = append(queue, to)
				}
			}
		}
	}
}

func (o *observer) shows(node, e int) bool { return slices.Contains(o.s.Nodes[node].Show, e) }

// hands reports whether an act hands out an exhibit on leading somewhere.
func (o *observer) hands(from, act, to uint32, e int) bool {
	if i, look := o.acts[act].move.IsLook(); look {
		return slices.Contains(o.s.Nodes[o.node(from)].Looks[i].Reveal, e)
	}
	return o.shows(o.node(to), e)
}

// handOut reads the facts of an exhibit where an out leads.
func (o *observer) handOut(facts []int, reached out, way func() []uint32) {
	var st engine.State
	o.pack.unpack(o.table.key(reached.to), &st)
	for _, i := range facts {
		f := &o.facts[i]
		f.Met = true
		for w := range o.beliefs.worlds {
			if !o.in(reached).has(w) {
				continue
			}
			seen := &f.No
			if f.When.Holds(&st.Vars, o.beliefs.worlds[w]) {
				seen = &f.Yes
			}
			if *seen == nil {
				witness := o.witnessIn(way(), w)
				*seen = &witness
			}
		}
	}
}
