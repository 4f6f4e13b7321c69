package report

import (
	"cmp"
	"slices"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/stats"
)

// PeerPath is the ways that people took through a case. One that fewer than five others took is left out, unless the
// trainee took it: then it counts 0.
type PeerPath struct {
	Nodes []PeerNode
	Links []PeerLink
}

// PeerNode is a decision point or an ending.
type PeerNode struct {
	ID, Title string
	Ending    bool
	Tone      string // of an ending
	Column    int    // how far from the start
	People    int    // others who came by, in fives; 0 of fewer
	Own       bool
}

// PeerLink is a way from a choice to the node that followed.
type PeerLink struct {
	From, Choice, Label, To string
	People                  int // others, in fives; 0 of fewer
	Own                     bool
}

// way is from a choice to the node that followed.
type way struct {
	from   int
	choice engine.Move
	to     int
}

// ways are those of a walk, each once.
func (w *peerWalk) ways() (list []way) {
	for i, s := range w.steps {
		to := w.end
		if i+1 < len(w.steps) {
			to = w.steps[i+1].node
		}
		if one := (way{s.node, s.made, to}); !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// own is the walk of the trainee.
func own(mine *attempt.Attempt) *peerWalk {
	w := &peerWalk{end: mine.Summary.Node}
	for _, d := range mine.Decisions {
		if d.Move >= 0 {
			w.steps = append(w.steps, step{node: d.Node, made: d.Move})
		}
	}
	return w
}

func (e *edition) peerPath(mine *attempt.Attempt, walks []peerWalk) *PeerPath {
	people, met := map[way]int{}, map[int]int{}
	for _, w := range walks {
		by := map[int]bool{w.end: true}
		for _, way := range w.ways() {
			people[way]++
			by[way.from] = true
		}
		for node := range by {
			met[node]++
		}
	}
	trainee := own(mine).ways()
	for _, w := range trainee {
		people[w] += 0 // it is told, taken by others or not
	}
	text := e.version.Scenario.Text(mine.Lang)
	return &PeerPath{e.peerNodes(text, people, met, trainee), e.peerLinks(text, people, trainee)}
}

// isTold reports whether a way that so many others took is told.
func isTold(w way, n int, trainee []way) bool { return n >= five || slices.Contains(trainee, w) }

// peerLinks are the ways that are told.
func (e *edition) peerLinks(text *scenario.Text, people map[way]int, trainee []way) (list []PeerLink) {
	s := e.version.Scenario
	for w, n := range people {
		if isTold(w, n, trainee) {
			list = append(list, PeerLink{
				s.Nodes[w.from].ID, engine.Name(s, w.from, w.choice), text.Nodes[w.from].Choices[w.choice].Label, s.Nodes[w.to].ID,
				enough(n), slices.Contains(trainee, w),
			})
		}
	}
	slices.SortFunc(list, func(a, b PeerLink) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Choice, b.Choice), cmp.Compare(a.To, b.To))
	})
	return list
}

// peerNodes are those at either end of a way that is told, each as far from the start as by all ways.
func (e *edition) peerNodes(text *scenario.Text, people map[way]int, met map[int]int, trainee []way) (list []PeerNode) {
	s := e.version.Scenario
	var flows stats.Flows
	passed := map[int]bool{}
	for w, n := range people {
		flows.Links = append(flows.Links, stats.Link{
			From: stats.Step{Node: s.Nodes[w.from].ID, Choice: engine.Name(s, w.from, w.choice)}, To: s.Nodes[w.to].ID,
		})
		if isTold(w, n, trainee) {
			passed[w.from], passed[w.to] = true, true
		}
	}
	columns := columnsOf(started(flows))
	for node := range s.Nodes {
		n := &s.Nodes[node]
		if !passed[node] {
			continue
		}
		isOwn := slices.ContainsFunc(trainee, func(w way) bool { return w.from == node || w.to == node })
		list = append(list, PeerNode{
			n.ID, text.Nodes[node].Title, n.Kind == scenario.Ending, n.Tone, columns[n.ID], enough(met[node]), isOwn,
		})
	}
	return list
}

// started are flows in order that begin wherever nothing comes in.
func started(f stats.Flows) stats.Flows {
	slices.SortFunc(f.Links, func(a, b stats.Link) int {
		return cmp.Or(cmp.Compare(a.From.Node, b.From.Node), cmp.Compare(a.To, b.To))
	})
	f.Starts = map[string]int{}
	for _, l := range f.Links {
		if !slices.ContainsFunc(f.Links, func(o stats.Link) bool { return o.To == l.From.Node }) {
			f.Starts[l.From.Node]++
		}
	}
	return f
}
