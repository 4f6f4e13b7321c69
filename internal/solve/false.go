package solve

import (
	"slices"

	"casebook/internal/scenario"
)

// FalseChoices lists the decision points that decide nothing: in every state all choices on offer lead to the same,
// show the same, and are the same incident. A decision that never offers two choices is not one of them.
func (sol *Solution) FalseChoices() []int {
	g := sol.graph
	offered, differ := make([]bool, len(g.s.Nodes)), make([]bool, len(g.s.Nodes))
	for id := range uint32(g.size()) {
		node := g.node(id)
		if g.s.Nodes[node].Kind != scenario.Decision || differ[node] {
			continue
		}
		one := g.first[id]
		for other := one + 1; other < g.first[id+1] && g.acts[other].move >= 0; other++ {
			offered[node] = true
			differ[node] = differ[node] || !g.alike(&g.s.Nodes[node], one, other)
		}
	}
	var list []int
	for node := range offered {
		if offered[node] && !differ[node] {
			list = append(list, node)
		}
	}
	return list
}

// alike reports whether two choices of a state differ in nothing but their words.
func (g *graph) alike(n *scenario.Node, one, other uint32) bool {
	a, b := &n.Choices[g.acts[one].move], &n.Choices[g.acts[other].move]
	return a.Incident == b.Incident && slices.Equal(byCompetency(a.Evidence), byCompetency(b.Evidence)) &&
		slices.Equal(g.outcomes(one), g.outcomes(other))
}

func byCompetency(shown []scenario.Evidence) []scenario.Evidence {
	return slices.SortedFunc(slices.Values(shown), func(a, b scenario.Evidence) int { return a.Competency - b.Competency })
}
