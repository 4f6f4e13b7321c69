package engine

import (
	"fmt"
	"strings"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

var (
	notAvailable = fault.Text{
		FR: "« %s » n’est pas possible ici. Rechargez pour voir ce qui l’est.",
		EN: "“%s” is not possible here. Reload to see what is.",
	}
	notTimed = fault.Text{
		FR: "Cette décision n’est pas minutée : prenez le temps de choisir.",
		EN: "This decision is not timed: take the time to choose.",
	}
	noSuchOutcome = fault.Text{
		FR: "« %[1]s » n’est pas une issue de « %[2]s » à cet endroit. Donnez les issues dans l’ordre où le hasard intervient.",
		EN: "“%[1]s” is not an outcome of “%[2]s” at this point. Give the outcomes in the order in which chance decides.",
	}
)

// Name writes a move at a node as it is written everywhere outside: the id of a choice, or ? and the id of a look.
func Name(s *scenario.Scenario, node int, m Move) string {
	n := &s.Nodes[node]
	if i, ok := m.IsLook(); ok {
		return "?" + n.Looks[i].ID
	}
	return n.Choices[m].ID
}

// Find reads a move at a node.
func Find(s *scenario.Scenario, node int, name string) (Move, bool) {
	n := &s.Nodes[node]
	if id, look := strings.CutPrefix(name, "?"); look {
		for i := range n.Looks {
			if n.Looks[i].ID == id {
				return LookMove(i), true
			}
		}
		return 0, false
	}
	for i := range n.Choices {
		if n.Choices[i].ID == name {
			return Move(i), true
		}
	}
	return 0, false
}

// name is what a move is called here, even one that the node does not have.
func (p *Play) name(s *scenario.Scenario, m Move) string {
	n := &s.Nodes[p.State.Node]
	if i, look := m.IsLook(); look && i >= len(n.Looks) || !look && int(m) >= len(n.Choices) {
		return fmt.Sprintf("#%d", m)
	}
	return Name(s, int(p.State.Node), m)
}

func (p *Play) find(s *scenario.Scenario, name string) (Move, error) {
	m, ok := Find(s, int(p.State.Node), name)
	if !ok {
		return 0, fault.New(fault.Invalid, "not_available", notAvailable, name)
	}
	return m, nil
}
