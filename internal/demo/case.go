package demo

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Case is a published version with all that a temperament weighs, worked out for every state.
type Case struct {
	version *library.Version
	sol     *solve.Solution
	first   []uint32 // by state, its first prospect; one more at the end
	all     []prospect
}

// prospect is what a move at a state comes to.
type prospect struct {
	move   engine.Move
	plain  int8    // how much it says what is
	regret float32 // in usual stakes
	stake  float32 // of the state, likewise
}

// plainSpeech are the competencies of those who say what is.
var plainSpeech = []string{"verite", "limites"}

// NewCase prepares a version for being played.
func NewCase(v *library.Version) (*Case, error) {
	sol, err := v.Solution()
	if err != nil {
		return nil, err
	}
	c := &Case{version: v, sol: sol, first: []uint32{0}}
	stakes, decisions := float32(0), 0
	for at := range solve.ID(sol.States) {
		options := sol.Options(at)
		stake := float32(0)
		for i := range options {
			stake = max(stake, float32(options[i].Regret))
		}
		for i := range options {
			c.all = append(c.all, prospect{
				move: options[i].Move, plain: plain(v.Scenario, sol.Node(at), options[i].Move),
				regret: float32(options[i].Regret), stake: stake,
			})
		}
		if len(options) > 0 {
			stakes, decisions = stakes+stake, decisions+1
		}
		c.first = append(c.first, uint32(len(c.all)))
	}
	if stakes > 0 {
		usual := stakes / float32(decisions)
		for i := range c.all {
			c.all[i].regret /= usual
			c.all[i].stake /= usual
		}
	}
	return c, nil
}

// prospects are those of a state.
func (c *Case) prospects(at solve.ID) []prospect { return c.all[c.first[at]:c.first[at+1]] }

// plain is how much a choice says what is.
func plain(s *scenario.Scenario, node int, m engine.Move) (points int8) {
	if _, look := m.IsLook(); look {
		return 0
	}
	for _, e := range s.Nodes[node].Choices[m].Evidence {
		if slices.Contains(plainSpeech, s.Competencies[e.Competency]) {
			points += e.Points
		}
	}
	return points
}
