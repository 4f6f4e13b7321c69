//go:build bench

package story

import (
	"fmt"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// exprNode holds the conditions of a node.
type exprNode struct {
	need, much *vm.Program
	leap       int
}

// Expr plays the story with conditions of expr-lang, and consequences in Go.
func Expr() (Play, error) {
	nodes := make([]exprNode, Length)
	for i := range nodes {
		at := At(i, Length)
		need, err := compile("Trust >= %d or Warned", at.Need)
		if err != nil {
			return nil, err
		}
		much, err := compile("Trust >= %d", at.Much)
		if err != nil {
			return nil, err
		}
		nodes[i] = exprNode{need, much, at.Leap}
	}
	var machine vm.VM
	return func() (trust, steps int, err error) {
		s := Begin()
		for ; err == nil && s.Node < Length; steps++ {
			err = nodes[s.Node].step(&machine, &s, steps)
		}
		return s.Trust, steps, err
	}, nil
}

func compile(format string, trust int) (*vm.Program, error) {
	return expr.Compile(fmt.Sprintf(format, trust), expr.Env(&State{}), expr.AsBool())
}

func (n exprNode) step(machine *vm.VM, s *State, step int) error {
	offered := 2
	bend, err := machine.Run(n.need, s)
	if err != nil {
		return err
	}
	if bend == true {
		offered = 3
	}
	next := s.Node + 1
	switch Pick(step, offered) {
	case Push:
		s.Trust = max(s.Trust-1, 0)
	case Listen:
		s.Trust, s.Warned = min(s.Trust+1, Most), true
	default:
		much, err := machine.Run(n.much, s)
		if err != nil {
			return err
		}
		if much == true {
			next = n.leap
		}
	}
	s.Node = next
	return nil
}
