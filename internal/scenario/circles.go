package scenario

import "slices"

// circles lists the strongly connected parts of a graph in which one can come back to where one was: parts of several
// nodes, or a node that leads to itself. It is Tarjan's algorithm; the graph has at most MaxNodes nodes, so that its
// recursion stays shallow.
func circles(count int, ways func(int) []int) [][]int {
	t := &tarjan{ways: ways, number: make([]int, count), low: make([]int, count), open: make([]bool, count)}
	for i := range count {
		if t.number[i] == 0 {
			t.visit(i)
		}
	}
	slices.SortFunc(t.found, func(a, b []int) int { return a[0] - b[0] })
	return t.found
}

type tarjan struct {
	ways        func(int) []int
	number, low []int // from 1; 0 is not visited yet
	open        []bool
	stack       []int
	last        int
	found       [][]int
}

func (t *tarjan) visit(i int) {
	t.last++
	t.number[i], t.low[i] = t.last, t.last
	t.stack = append(t.stack, i)
	t.open[i] = true
	self := false
	for _, to := range t.ways(i) {
		self = self || to == i
		switch {
		case t.number[to] == 0:
			t.visit(to)
			t.low[i] = min(t.low[i], t.low[to])
		case t.open[to]:
			t.low[i] = min(t.low[i], t.number[to])
		}
	}
	if t.low[i] == t.number[i] {
		t.close(i, self)
	}
}

// close takes the part that begins at i off the stack.
func (t *tarjan) close(i int, self bool) {
	at := slices.Index(t.stack, i)
	part := slices.Clone(t.stack[at:])
	t.stack = t.stack[:at]
	for _, j := range part {
		t.open[j] = false
	}
	if len(part) > 1 || self {
		slices.Sort(part)
		t.found = append(t.found, part)
	}
}
