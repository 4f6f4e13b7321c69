package check

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// MutantKind is a way of changing a case.
type MutantKind string

// The ways.
const (
	SetFlipped      MutantKind = "set-flipped"
	SetRemoved      MutantKind = "set-removed"
	FlagFlipped     MutantKind = "flag-flipped"
	AmountChanged   MutantKind = "amount-changed"
	EvidenceFlipped MutantKind = "evidence-flipped"
	EvidenceRemoved MutantKind = "evidence-removed"
	WhenNegated     MutantKind = "when-negated"
	WhenRemoved     MutantKind = "when-removed"
	TargetChanged   MutantKind = "target-changed"
	DelayChanged    MutantKind = "delay-changed"
	CostChanged     MutantKind = "cost-changed"
	IncidentRemoved MutantKind = "incident-removed"
	WeightFlipped   MutantKind = "weight-flipped"
)

// mutantKinds are the ways in the order in which they are told.
var mutantKinds = []MutantKind{
	SetFlipped, SetRemoved, FlagFlipped, AmountChanged, EvidenceFlipped, EvidenceRemoved, WhenNegated, WhenRemoved,
	TargetChanged, DelayChanged, CostChanged, IncidentRemoved, WeightFlipped,
}

// mutant is one change of a case. Where it leads, sc is a copy: the case itself stays as it is.
type mutant struct {
	kind   MutantKind
	keys   []string // to where it is written
	text   fault.Text
	apply  func(sc *scenario.Scenario)
	unseen func(was, is *solve.Solution) bool // whether nobody could notice
}

func (x *mutant) change(sc *scenario.Scenario) *scenario.Scenario {
	changed := *sc
	x.apply(&changed)
	return &changed
}

// breeder lists the changes of what is covered.
type breeder struct {
	sc      *scenario.Scenario
	cover   cover
	mutants []mutant
}

func breed(sc *scenario.Scenario, c cover) []mutant {
	b := &breeder{sc: sc, cover: c}
	for i := range sc.Nodes {
		n := &sc.Nodes[i]
		b.routes(spot{i, onward}, n.Next, func(s *scenario.Scenario) *[]scenario.Route { return &nodeOf(s, i).Next })
		b.rows(i)
		for l := range n.Looks {
			b.look(spot{i, int(engine.LookMove(l))}, l)
		}
		for c := range n.Choices {
			b.choice(spot{i, c})
		}
	}
	b.values()
	return b.mutants
}

// spot is what a change is of: a move of a decision, or another node.
type spot struct{ node, move int }

// has reports whether a walkthrough comes by a part of a spot.
func (b *breeder) has(kind partKind, at spot, sub int) bool {
	return b.cover[part{kind, at.node, at.move, sub}]
}

// keys lead to what is written of a spot.
func (b *breeder) keys(at spot, more ...string) []string {
	n := &b.sc.Nodes[at.node]
	keys := []string{"nodes", n.ID}
	if n.Kind == scenario.Decision {
		if i, look := engine.Move(at.move).IsLook(); look {
			keys = append(keys, "look", n.Looks[i].ID)
		} else {
			keys = append(keys, "choices", n.Choices[at.move].ID)
		}
	}
	return append(keys, more...)
}

// name says what a spot is.
func (b *breeder) name(at spot) string {
	n := &b.sc.Nodes[at.node]
	if n.Kind != scenario.Decision {
		return n.ID
	}
	return n.ID + "." + engine.Name(b.sc, at.node, engine.Move(at.move))
}

// becomes notes a change of what is written under a key; one that becomes nothing is taken out.
func (b *breeder) becomes(kind MutantKind, of string, keys []string, was, is string, apply func(*scenario.Scenario)) {
	key := keys[len(keys)-1]
	text := fault.Text{FR: "`%s` : `%s: %s` devient `%s`", EN: "`%s`: `%s: %s` becomes `%s`"}.Typeset().Format(of, key, was, is)
	if is == "" {
		text = fault.Text{FR: "`%s` : `%s: %s` disparaît", EN: "`%s`: `%s: %s` is gone"}.Typeset().Format(of, key, was)
	}
	b.mutants = append(b.mutants, mutant{kind: kind, keys: keys, text: text, apply: apply, unseen: (*solve.Solution).Same})
}

// The parts of a scenario that is a copy, each a copy in turn.

func nodeOf(s *scenario.Scenario, i int) *scenario.Node {
	s.Nodes = slices.Clone(s.Nodes)
	return &s.Nodes[i]
}

func choiceOf(s *scenario.Scenario, at spot) *scenario.Choice {
	n := nodeOf(s, at.node)
	n.Choices = slices.Clone(n.Choices)
	return &n.Choices[at.move]
}

func lookOf(s *scenario.Scenario, node, i int) *scenario.Look {
	n := nodeOf(s, node)
	n.Looks = slices.Clone(n.Looks)
	return &n.Looks[i]
}

func laterOf(s *scenario.Scenario, i int) *scenario.Later {
	s.Laters = slices.Clone(s.Laters)
	return &s.Laters[i]
}
