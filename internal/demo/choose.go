package demo

import (
	"math"

	"casebook/internal/engine"
)

// choose weighs the moves of the present state as the person does.
func (t *story) choose(displayed []engine.Move) *prospect {
	prospects, ways := t.of.prospects(t.at), t.who.ways
	if ways.first > 0 && t.r.Float64() < ways.first {
		for i := range prospects {
			if len(displayed) > 0 && prospects[i].move == displayed[0] {
				return &prospects[i]
			}
		}
	}
	weights, sum := t.weights[:0], 0.0
	for i := range prospects {
		p := &prospects[i]
		like := -float64(p.regret)/t.heat - ways.shuns*float64(p.plain)
		if _, look := p.move.IsLook(); look {
			like += ways.looks
		}
		weights = append(weights, math.Exp(like))
		sum += weights[i]
	}
	t.weights = weights
	left := t.r.Float64() * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return &prospects[i]
		}
	}
	return &prospects[len(prospects)-1]
}

// confidence is how sure the person says to be of a move, 0 when they do not say.
func (t *story) confidence(of *prospect) int {
	ways := t.who.ways
	if t.r.Float64() >= ways.says {
		return 0
	}
	credit := 1.0
	if of.stake > 0 {
		credit -= float64(of.regret / of.stake)
	}
	sure := ways.sure + ways.judges*(credit-.5) + .5*t.r.NormFloat64()
	return int(math.Round(min(3, max(1, sure))))
}
