package solve

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// naive values a scenario without merging anything: by recursion over every way, with the words a trainee reads.
type naive struct {
	s      *scenario.Scenario
	worlds []scenario.World
	policy Policy
}

type figures struct {
	value, worst, policy, risk float64
	ways                       float64
}

// seen is what one reads on the way to a state, and how likely that is in each world (times the world's prior).
type seen struct {
	st     engine.State
	weight []float64
}

func (n *naive) start() figures {
	weight := make([]float64, len(n.worlds))
	for i, w := range n.worlds {
		weight[i] = 1
		for t, v := range w[:len(n.s.Truths)] {
			weight[i] *= float64(n.s.Truths[t].Values[v].Weight)
		}
	}
	return n.among(weight, func(_ scenario.World, add func(engine.State, []engine.Event, float64)) {
		events := []engine.Event{{}} // before any: the opening
		st := engine.Enter(n.s, &events)
		events[0].Vars = st.Vars
		add(st, events, 1)
	})
}

func (n *naive) among(weight []float64, step func(scenario.World, func(engine.State, []engine.Event, float64))) figures {
	found := map[string]*seen{}
	total := 0.0
	for i, w := range n.worlds {
		if weight[i] == 0 {
			continue
		}
		step(w, func(st engine.State, events []engine.Event, p float64) {
			if p == 0 {
				return
			}
			text := n.text(w, events, &st)
			if found[text] == nil {
				found[text] = &seen{st, make([]float64, len(n.worlds))}
			}
			found[text].weight[i] += weight[i] * p
			total += weight[i] * p
		})
	}
	var sum figures
	for _, f := range found {
		p := 0.0
		for _, w := range f.weight {
			p += w / total
		}
		a := n.from(f.st, f.weight)
		sum.value += p * a.value
		sum.worst += p * a.worst
		sum.policy += p * a.policy
		sum.risk = max(sum.risk, a.risk)
		sum.ways += a.ways
	}
	return sum
}

// text is all that is read on a step, and where it leads.
func (n *naive) text(w scenario.World, events []engine.Event, st *engine.State) string {
	var sb strings.Builder
	t := n.s.Text("fr")
	exhibits := func(which []int, v *scenario.Vars) {
		for _, i := range which {
			for _, p := range t.Exhibits[i].Parts {
				if p.When.Holds(v, w) {
					sb.WriteString(p.HTML)
				}
			}
		}
	}
	for _, e := range events {
		v := e.Vars
		at, node := &n.s.Nodes[e.Node], &t.Nodes[e.Node]
		switch e.Kind {
		case 0:
			sb.WriteString(t.Pitch.HTML(&v, w))
			for i := range n.s.Exhibits {
				if n.s.Exhibits[i].FromStart {
					exhibits([]int{i}, &v)
				}
			}
		case engine.Entered:
			sb.WriteString(at.ID + node.Body.HTML(&v, w))
			exhibits(at.Show, &v)
		case engine.Looked:
			sb.WriteString(node.Looks[e.Index].Body.HTML(&v, w))
			exhibits(at.Looks[e.Index].Reveal, &v)
		case engine.Chose:
			sb.WriteString(node.Choices[e.Index].Result.HTML(&v, w))
		case engine.Drew:
			sb.WriteString(node.Branches[e.Index].HTML(&v, w))
		case engine.Fired:
			l := n.s.Laters[e.Index]
			sb.WriteString(t.Nodes[l.Node].Choices[l.Choice].Later.HTML(&v, w))
		}
		sb.WriteString("|")
	}
	for _, m := range st.Moves(n.s, nil) {
		if m >= 0 {
			sb.WriteString(t.Nodes[st.Node].Choices[m].Body.HTML(&st.Vars, w))
		}
	}
	for _, c := range t.Cast {
		if st.Open(n.s) {
			sb.WriteString(c.Body.HTML(&st.Vars, w))
		}
	}
	return sb.String()
}

func (n *naive) from(st engine.State, weight []float64) figures {
	node := &n.s.Nodes[st.Node]
	switch node.Kind {
	case scenario.Ending:
		total := float64(n.s.Value.Endings[st.Node])
		for i, w := range n.s.Value.State {
			total += float64(w * int(st.Vars[i]))
		}
		return figures{total, total, total, 0, 1}
	case scenario.Scene:
		return n.among(weight, func(w scenario.World, add func(engine.State, []engine.Event, float64)) {
			var events []engine.Event
			next := st
			next.Pass(n.s, w, &events)
			add(next, events, 1)
		})
	case scenario.Chance:
		return n.among(weight, func(w scenario.World, add func(engine.State, []engine.Event, float64)) {
			row := node.Rows[st.Row(n.s, w)]
			for _, target := range row.Targets {
				events := []engine.Event{{Kind: engine.Drew, Node: int(st.Node), Index: target.To, Vars: st.Vars}}
				next := st
				next.Land(n.s, target.To, &events)
				add(next, events, float64(target.Weight)/float64(row.Sum))
			}
		})
	default:
		return n.decide(st, weight)
	}
}

func (n *naive) decide(st engine.State, weight []float64) figures {
	node := &n.s.Nodes[st.Node]
	all := figures{value: math.Inf(-1), worst: math.Inf(1)}
	moves := st.Moves(n.s, nil)
	ahead := make([]figures, len(moves))
	share := n.shares(int(st.Node), moves)
	for i, m := range moves {
		a := n.among(weight, func(w scenario.World, add func(engine.State, []engine.Event, float64)) {
			var events []engine.Event
			next := st
			if next.Make(n.s, m, w, &events) == nil {
				add(next, events, 1)
			}
		})
		p := points(node, m)
		a.value += p
		a.worst += p
		ahead[i] = a
		all.value = max(all.value, a.value)
		all.worst = min(all.worst, a.worst)
		all.policy += (p + a.policy) * share[i]
		all.ways += a.ways
	}
	for _, a := range ahead {
		all.risk = max(all.risk, all.value-a.value+a.risk)
	}
	return all
}

// shares are how often the policy makes each move.
func (n *naive) shares(node int, moves []engine.Move) []float64 {
	prospects, weights := make([]Prospect, len(moves)), make([]float64, len(moves))
	for i, m := range moves {
		prospects[i].Move = m
	}
	n.policy(node, prospects, weights)
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for i := range weights {
		if sum == 0 {
			weights[i] = 1 / float64(len(moves))
		} else {
			weights[i] /= sum
		}
	}
	return weights
}

func TestNothingIsLostByMerging(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := adorned(t, sketch.Random(t))
		sol, err := Solve(s, DefaultLimit)
		if err != nil {
			t.Fatal(err)
		}
		if sol.Paths > 5000 {
			t.Skip("too many ways for a naive walk")
		}
		n := naive{s, newBeliefs(s).worlds, Uniform}
		want := n.start()
		for _, x := range []struct {
			what      string
			got, want float64
		}{
			{"best", sol.Best, want.value},
			{"worst", sol.Worst, want.worst},
			{"uniform random", sol.UniformRandomValue, want.policy},
			{"largest regret", sol.MaxRegret, want.risk},
			{"paths", float64(sol.Paths), want.ways},
		} {
			if far(x.got, x.want, 1e-9) {
				t.Errorf("%s = %v, want %v", x.what, x.got, x.want)
			}
		}
	})
}
