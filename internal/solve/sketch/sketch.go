// Package sketch draws small scenarios for tests, without the folder of files that a case is.
package sketch

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/internal/scenario"
)

// Case is a scenario in short. It starts at its first node.
type Case struct {
	Competencies []string
	Evidence     int // points a notch; 0 counts as 1
	Gauges       []Gauge
	Flags        []string
	Clock        string
	Truths       []scenario.Truth
	Weights      map[string]int // of gauges, at the end
	Must         []string       // flags
	MustNot      []string
	Cap          int
	Nodes        []Node
}

// Gauge is a bounded integer.
type Gauge struct {
	ID              string
	Start, Min, Max int16
}

// Node is a decision point if it has choices, a chance node if it has rows, a scene if it has routes, or an ending.
type Node struct {
	ID         string
	Tells      string // a condition that its text gives away
	Looks      []Look
	Choices    []Choice
	Discussion bool
	Rows       []Row
	Next       []Route
	Worth      int // of an ending
}

// Look is a look.
type Look struct {
	ID, When, Tells string
	Cost            int16
	Set             []string // as "moral+2", "moral-1" or "facts=1"
	Evidence        map[string]int8
}

// Choice is a choice.
type Choice struct {
	ID, When, Tells string
	Set             []string
	Evidence        map[string]int8
	Incident        string
	Later           *Later
	Next            []Route
}

// Later is a delayed consequence.
type Later struct {
	After       int
	When, Tells string
	Set         []string
}

// Route is a route.
type Route struct{ When, To string }

// Row is a row of a chance node.
type Row struct {
	When    string
	Targets []Target
}

// Target is one outcome.
type Target struct {
	To     string
	Weight uint32
}

// To is the route to a node, whatever holds.
func To(id string) []Route { return []Route{{To: id}} }

// Scenario makes the whole of it, and panics where the sketch makes no sense.
func (c *Case) Scenario() *scenario.Scenario {
	b := builder{
		s:            &scenario.Scenario{ID: "sketch", Rev: 1, Lang: "fr", Clock: -1, Cap: c.Cap, MustNot: c.MustNot},
		nodes:        map[string]int{},
		vars:         map[string]int{},
		competencies: map[string]int{},
	}
	b.declare(c)
	b.s.Texts = map[string]*scenario.Text{"fr": {Lang: "fr", Nodes: make([]scenario.NodeText, len(c.Nodes))}}
	for i := range c.Nodes {
		b.node(i, &c.Nodes[i])
	}
	b.loops()
	return b.s
}

type builder struct {
	s            *scenario.Scenario
	evidence     int
	nodes        map[string]int
	vars         map[string]int
	competencies map[string]int
}

func (b *builder) declare(c *Case) {
	b.evidence = max(c.Evidence, 1)
	b.s.Competencies, b.s.Truths = c.Competencies, c.Truths
	for i, id := range c.Competencies {
		b.competencies[id] = i
	}
	for i := range c.Nodes {
		b.nodes[c.Nodes[i].ID] = i
	}
	for _, g := range c.Gauges {
		b.variable(scenario.Var{ID: g.ID, Character: -1, Start: g.Start, Min: g.Min, Max: g.Max})
	}
	for _, f := range c.Flags {
		b.variable(scenario.Var{ID: f, Flag: true, Character: -1, Max: 1})
	}
	if c.Clock != "" {
		b.s.Clock = b.vars[c.Clock]
	}
	for _, f := range c.Must {
		b.s.Must = append(b.s.Must, scenario.Must{ID: f, Flag: b.vars[f]})
	}
	b.s.Value = scenario.Value{Evidence: b.evidence, Endings: make([]int, len(c.Nodes)), State: make([]int, len(b.s.Vars))}
	for id, w := range c.Weights {
		b.s.Value.State[b.vars[id]] = w
	}
}

func (b *builder) variable(v scenario.Var) {
	b.vars[v.ID] = len(b.s.Vars)
	b.s.Vars = append(b.s.Vars, v)
}

func (b *builder) when(src string) *scenario.Condition {
	if src == "" {
		return nil
	}
	c, err := scenario.Compile(src, b.s.Names())
	if err != nil {
		panic(fmt.Sprintf("condition %q: %v", src, err))
	}
	return c
}

func (b *builder) tells(src string) scenario.Block {
	if src == "" {
		return scenario.Block{}
	}
	return scenario.Block{Parts: []scenario.Part{{HTML: "always"}, {When: b.when(src), HTML: src}}}
}

func (b *builder) set(set []string) []scenario.Effect {
	var effects []scenario.Effect
	for _, s := range set {
		i := strings.IndexAny(s, "+-=")
		amount, err := strconv.Atoi(strings.TrimLeft(s[i:], "=+"))
		if err != nil {
			panic(err)
		}
		effects = append(effects, scenario.Effect{Var: b.vars[s[:i]], Assign: s[i] == '=', Amount: int16(amount)})
	}
	return effects
}

func (b *builder) shows(evidence map[string]int8) (shown []scenario.Evidence, points int) {
	for i, id := range b.s.Competencies {
		if p := evidence[id]; p != 0 {
			shown = append(shown, scenario.Evidence{Competency: i, Points: p})
			points += b.evidence * int(p)
		}
	}
	return shown, points
}
