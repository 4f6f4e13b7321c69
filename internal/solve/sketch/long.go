package sketch

import (
	"fmt"

	"casebook/internal/scenario"
)

// Long is a case of n decision points in a row of scenes, bends and bets, the same for the same n: what is long for
// an author and short for a machine.
func Long(n int) *scenario.Scenario {
	c := Case{
		Competencies: []string{"a", "b", "c"},
		Evidence:     2,
		Gauges:       []Gauge{{"trust", 4, 0, 10}, {"time", 20, 0, 20}},
		Flags:        []string{"facts", "warned"},
		Clock:        "time",
		Weights:      map[string]int{"trust": 1},
	}
	random := uint64(n)
	draw := func(below int) int {
		random = random*6364136223846793005 + 1442695040888963407
		return int(random >> 33 % uint64(below))
	}
	shown := func() map[string]int8 {
		return map[string]int8{c.Competencies[draw(3)]: int8(draw(5) - 2)}
	}
	for i := range n {
		next := func() []Route { return To(fmt.Sprintf("n%d", min(n, i+1+draw(3)))) }
		node := Node{ID: fmt.Sprintf("n%d", i)}
		if i%10 == 9 {
			node.Rows = []Row{
				{"facts", []Target{{next()[0].To, 7}, {fmt.Sprintf("n%d", n), 1}}},
				{"", []Target{{fmt.Sprintf("n%d", min(n, i+1)), 3}, {fmt.Sprintf("n%d", n+1), 2}}},
			}
		} else {
			node.Choices = []Choice{
				{ID: "push", Set: []string{"trust-1"}, Evidence: shown(), Next: next()},
				{ID: "listen", Set: []string{"trust+1", "warned=1"}, Evidence: shown(), Next: next()},
				{ID: "bend", When: "trust >= 3 or warned", Evidence: shown(), Next: []Route{{"trust >= 8", next()[0].To}, {"", next()[0].To}}},
			}
		}
		if i%25 == 0 {
			node.Looks = []Look{{ID: "ask", Cost: 5, Set: []string{"facts=1"}, Evidence: shown()}}
		}
		c.Nodes = append(c.Nodes, node)
	}
	c.Nodes = append(c.Nodes, Node{ID: fmt.Sprintf("n%d", n), Worth: 10}, Node{ID: fmt.Sprintf("n%d", n+1)})
	return c.Scenario()
}
