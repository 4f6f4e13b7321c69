package solve

import (
	"encoding/binary"
	"iter"
	"math/big"
	"math/bits"

	"casebook/internal/scenario"
)

// worlds is a set of worlds, a bit each.
type worlds uint64

func (ws worlds) has(i int) bool { return ws>>i&1 == 1 }

func (ws worlds) first() int { return bits.TrailingZeros64(uint64(ws)) }

// all goes through the worlds of a set.
func (ws worlds) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; ws != 0; ws &= ws - 1 {
			if !yield(ws.first()) {
				return
			}
		}
	}
}

// belief is what a trainee may think of the worlds: integer weights without a common divisor, so that equal beliefs
// are equal numbers. The weights are exact, whatever their size.
type belief struct {
	weights []*big.Int // by world
	support worlds
	mass    *big.Int
}

// beliefs numbers every belief met. Number 0 is the prior.
type beliefs struct {
	worlds   []scenario.World
	all      []belief
	number   map[string]uint32
	narrowed map[narrowing]uint32
}

type narrowing struct {
	from uint32
	to   worlds
}

func newBeliefs(s *scenario.Scenario) *beliefs {
	b := &beliefs{number: map[string]uint32{}, narrowed: map[narrowing]uint32{}}
	b.worlds = []scenario.World{{}}
	weights := []*big.Int{big.NewInt(1)}
	for t := range s.Truths {
		var grown []scenario.World
		var heavier []*big.Int
		for i, w := range b.worlds {
			for v := range s.Truths[t].Values {
				w[t] = uint8(v)
				weight := new(big.Int).SetUint64(uint64(s.Truths[t].Values[v].Weight))
				grown = append(grown, w)
				heavier = append(heavier, weight.Mul(weight, weights[i]))
			}
		}
		b.worlds, weights = grown, heavier
	}
	b.file(weights)
	return b
}

// find gives a world's place, which is a digit for each truth.
func (b *beliefs) find(s *scenario.Scenario, w scenario.World) int {
	i := 0
	for t := range s.Truths {
		i = i*len(s.Truths[t].Values) + int(w[t])
	}
	return i
}

func (b *beliefs) support(id uint32) worlds { return b.all[id].support }

// file numbers a belief, which it reduces to its lowest terms in place.
func (b *beliefs) file(weights []*big.Int) uint32 {
	divisor, mass := new(big.Int), new(big.Int)
	for _, w := range weights {
		divisor.GCD(nil, nil, divisor, w)
	}
	var support worlds
	var key []byte
	for i, w := range weights {
		if w.Sign() > 0 {
			support |= 1 << i
			w.Quo(w, divisor)
		}
		mass.Add(mass, w)
		digits := w.Bytes()
		key = append(binary.AppendUvarint(key, uint64(len(digits))), digits...)
	}
	if id, ok := b.number[string(key)]; ok {
		return id
	}
	id := uint32(len(b.all))
	b.all = append(b.all, belief{weights, support, mass})
	b.number[string(key)] = id
	return id
}

// narrow is the belief of who learns that the world is among those given, and how likely that was.
func (b *beliefs) narrow(id uint32, to worlds) (uint32, float64) {
	from := &b.all[id]
	to &= from.support
	if to == from.support {
		return id, 1
	}
	narrowed, ok := b.narrowed[narrowing{id, to}]
	if !ok {
		weights := make([]*big.Int, len(from.weights))
		for i, w := range from.weights {
			weights[i] = new(big.Int)
			if to.has(i) {
				weights[i].Set(w)
			}
		}
		narrowed = b.file(weights)
		b.narrowed[narrowing{id, to}] = narrowed
		from = &b.all[id]
	}
	kept := new(big.Int)
	for i, w := range from.weights {
		if to.has(i) {
			kept.Add(kept, w)
		}
	}
	return narrowed, ratio(kept, from.mass)
}

// chance is how likely an outcome is in one world.
type chance struct{ weight, sum uint64 }

// weigh is the belief of who sees an outcome that each world makes as likely as given (Bayes), and how likely it was.
func (b *beliefs) weigh(id uint32, given []chance) (uint32, float64) {
	from := &b.all[id]
	all := big.NewInt(1) // a multiple of every sum
	for i, c := range given {
		if sum := new(big.Int).SetUint64(c.sum); from.support.has(i) && new(big.Int).Rem(all, sum).Sign() != 0 {
			all.Mul(all, sum)
		}
	}
	weights := make([]*big.Int, len(given))
	seen := new(big.Int)
	for i, c := range given {
		weights[i] = new(big.Int)
		if from.support.has(i) {
			share := new(big.Int).Quo(all, new(big.Int).SetUint64(c.sum))
			share.Mul(share, new(big.Int).SetUint64(c.weight))
			weights[i].Mul(from.weights[i], share)
		}
		seen.Add(seen, weights[i])
	}
	p := ratio(seen, new(big.Int).Mul(from.mass, all))
	return b.file(weights), p
}

func ratio(a, b *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(a, b).Float64()
	return f
}
