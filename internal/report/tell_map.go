package report

import (
	"cmp"
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/stats"
)

// flows adds the ways up.
func (a *analysis) flows() stats.Flows {
	s := a.version.Scenario
	list := make([]stats.Walk, 0, len(a.walks))
	for _, w := range a.walks {
		out := stats.Walk{N: w.n}
		for i, node := range w.nodes {
			at := stats.Step{Node: s.Nodes[node].ID}
			if i < len(w.choices) {
				at.Choice = engine.Name(s, node, w.choices[i])
			}
			out.Steps = append(out.Steps, at)
		}
		list = append(list, out)
	}
	return stats.FlowsOf(list)
}

func (a *analysis) pathMap() (m Map) {
	s, f := a.version.Scenario, a.flows()
	columns := columnsOf(f)
	hidden := map[string]bool{} // what the endings do not tell, the map does not
	for _, e := range a.ended() {
		hidden[e.ID] = e.Count.Hidden
	}
	for node := range s.Nodes {
		n := &s.Nodes[node]
		count := f.Starts[n.ID] + f.In[n.ID]
		if count == 0 || a.view == Figures && a.points[node].met > a.points[node].attempts {
			continue
		}
		met, stops := a.among(count, max(count, a.completed)), a.among(f.Stops[n.ID], max(f.Stops[n.ID], a.completed))
		if met.Hidden || met.N == 0 || hidden[n.ID] {
			continue
		}
		m.Nodes = append(m.Nodes, MapNode{
			Named: namedNode(s, node), Ending: n.Kind == scenario.Ending, Tone: n.Tone, Column: columns[n.ID],
			Count: met.N, Stops: stops.N,
		})
	}
	m.Links = a.links(f, m.Nodes)
	return m
}

// links are those between nodes that are told of. What leaves a node is told as one set of counts.
func (a *analysis) links(f stats.Flows, nodes []MapNode) (list []MapLink) {
	s := a.version.Scenario
	known := func(id string) bool { return slices.ContainsFunc(nodes, func(n MapNode) bool { return n.ID == id }) }
	for from := 0; from < len(f.Links); {
		to := from
		for to < len(f.Links) && f.Links[to].From.Node == f.Links[from].From.Node {
			to++
		}
		exact, out := make([]int, 0, to-from+1), 0
		for _, l := range f.Links[from:to] {
			exact, out = append(exact, l.N), out+l.N
		}
		told := a.counts(append(exact, max(0, a.completed-out)))
		for i, l := range f.Links[from:to] {
			if told[i].Hidden || told[i].N == 0 || !known(l.To) || !known(l.From.Node) {
				continue
			}
			node, _ := s.NodeIndex(l.From.Node)
			choice, _ := engine.Find(s, node, l.From.Choice)
			if chosen, ok := a.choices(node); !ok || chosen[choice].Hidden {
				continue // nor by another way
			}
			list = append(list, MapLink{l.From.Node, namedMove(s, node, choice), l.To, told[i].N})
		}
		from = to
	}
	return list
}

// columnsOf is how far each node lies from the start, by the longest way that was taken; links back are left out.
func columnsOf(f stats.Flows) map[string]int {
	next := map[string][]string{}
	for _, l := range f.Links {
		next[l.From.Node] = append(next[l.From.Node], l.To)
	}
	const open, done = 1, 2
	state, order := map[string]int{}, []string{}
	back := map[[2]string]bool{}
	var visit func(at string)
	visit = func(at string) {
		state[at] = open
		for _, to := range next[at] {
			switch state[to] {
			case open:
				back[[2]string{at, to}] = true
			case 0:
				visit(to)
			}
		}
		state[at] = done
		order = append(order, at)
	}
	starts := make([]string, 0, len(f.Starts))
	for start := range f.Starts {
		starts = append(starts, start)
	}
	slices.SortFunc(starts, cmp.Compare)
	for _, start := range starts {
		if state[start] == 0 {
			visit(start)
		}
	}
	columns := map[string]int{}
	for _, at := range slices.Backward(order) {
		for _, to := range next[at] {
			if !back[[2]string{at, to}] {
				columns[to] = max(columns[to], columns[at]+1)
			}
		}
	}
	return columns
}

// coverage is how much of the case was seen.
func (a *analysis) coverage() (c Coverage) {
	if a.view == Figures {
		return Coverage{Why: Hidden}
	}
	possible, taken := map[[2]int]bool{}, map[[2]int]bool{}
	if a.book.known == nil {
		return Coverage{Why: NotValued}
	}
	for code := range a.book.len() {
		if at, made := a.book.move(code); made >= 0 {
			possible[[2]int{at.Node, int(made)}] = true
		}
	}
	var counts []int
	for _, w := range a.walks {
		counts = append(counts, w.n)
		for i, m := range w.choices {
			taken[[2]int{w.nodes[i], int(m)}] = true
		}
	}
	c = Coverage{Taken: len(taken), Possible: len(possible), Paths: len(counts)}
	if seen, ok := stats.GoodTuring(counts); ok {
		c.NewPath = 1 - seen
	}
	if a.completed+a.abandoned < stats.FewestForValue {
		c.Why = TooFew
	}
	return c
}

// reliability is that of the decisions that nearly everybody meets, where it is legitimate.
func (a *analysis) reliability() (r Reliability) {
	spine := stats.SpineOf(a.visits, len(a.points))
	for _, node := range spine.Decisions {
		r.Spine = append(r.Spine, a.version.Scenario.Nodes[node].ID)
	}
	r.Rows = len(spine.Rows)
	if a.view == Figures && r.Rows < a.completed {
		return Reliability{Why: NotEverybody}
	}
	switch {
	case stats.GateOf(a.completed) < stats.Verdicts:
		r.Why = FewOnSpine
		return r
	case spine.FewDecisions:
		r.Why = ShortSpine
		return r
	case spine.FewAttempts:
		r.Why = FewOnSpine
		return r
	}
	c, ok := stats.Consistent(spine.Rows)
	if !ok {
		r.Why = NoVariation
		return r
	}
	r.Alpha, r.Lambda2 = a.told(figure(c.Alpha, true, r.Rows)), c.Lambda2
	r.SEM = 100 * c.SEM / float64(len(spine.Decisions))
	if length, ok := c.Length(.8); ok {
		r.Length = &length
	}
	if one, ok := stats.Omega(spine.Rows); ok {
		r.Omega = &one.Omega
	}
	return r
}
