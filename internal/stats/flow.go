package stats

import (
	"cmp"
	"maps"
	"slices"
)

// Step is a node and the choice made there, none at the last node of a walk.
type Step struct{ Node, Choice string }

// Walk is a path through a case, and how many took it.
type Walk struct {
	Steps []Step
	N     int
}

// Link is how many went from a choice to the next node.
type Link struct {
	From Step
	To   string
	N    int
}

// Flows is what runs through the nodes of a case. At each node, those who start there and those who come in are as many
// as those who go out and those who stop there.
type Flows struct {
	Links             []Link // by node, choice, and next node
	Starts, In, Stops map[string]int
	N                 int
}

// FlowsOf adds walks up. One that loops goes through its nodes as often as it does; one without a step counts for
// nothing.
func FlowsOf(walks []Walk) Flows {
	type between struct {
		from Step
		to   string
	}
	links := map[between]int{}
	f := Flows{Starts: map[string]int{}, In: map[string]int{}, Stops: map[string]int{}}
	for _, w := range walks {
		if len(w.Steps) == 0 {
			continue
		}
		f.N += w.N
		f.Starts[w.Steps[0].Node] += w.N
		f.Stops[w.Steps[len(w.Steps)-1].Node] += w.N
		for i, next := range w.Steps[1:] {
			links[between{w.Steps[i], next.Node}] += w.N
			f.In[next.Node] += w.N
		}
	}
	for l, n := range links {
		f.Links = append(f.Links, Link{l.from, l.to, n})
	}
	slices.SortFunc(f.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.From.Node, b.From.Node), cmp.Compare(a.From.Choice, b.From.Choice), cmp.Compare(a.To, b.To))
	})
	return f
}

// Conserved tells whether nobody is lost or gained at a node, which a drawing with links taken away must still keep.
func (f Flows) Conserved() bool {
	balance := maps.Clone(f.Starts)
	for node, n := range f.Stops {
		balance[node] -= n
	}
	for _, l := range f.Links {
		balance[l.To] += l.N
		balance[l.From.Node] -= l.N
	}
	for _, left := range balance {
		if left != 0 {
			return false
		}
	}
	return true
}
