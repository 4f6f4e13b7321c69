package check

import (
	"math"
	"math/bits"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// key is what the exact values say of a decision: the worth of each move over the states where it is reached.
type key struct {
	best    int // the choice with the least mean regret; -1 where there is none, or several
	states  int // that stand at this decision
	fewest  int // choices on offer in one of them
	most    int
	choices []worth
	looks   []worth
}

// worth sums up one move over the states that offer it.
type worth struct {
	offered     int     // states
	mean        float64 // regret
	least, most float64
	right       int    // states where it costs no regret
	losesAll    bool   // it costs all that is at stake wherever it is offered
	beside      uint64 // the choices that some state offers beside it, a bit each
	without     uint64 // the choices that some state does not offer beside it
}

// keysOf values every move of every decision; those of other nodes are empty.
func keysOf(sol *solve.Solution) []key {
	sc := sol.Scenario()
	keys := noKeys(sc)
	for id := range solve.ID(sol.States) {
		if k := &keys[sol.Node(id)]; sc.Nodes[sol.Node(id)].Kind == scenario.Decision {
			k.count(sol.Options(id))
		}
	}
	for i := range keys {
		keys[i].settle(&sc.Nodes[i])
	}
	return keys
}

// noKeys are the keys of a case whose values are not known.
func noKeys(sc *scenario.Scenario) []key {
	keys := make([]key, len(sc.Nodes))
	for i := range keys {
		n := &sc.Nodes[i]
		keys[i] = key{best: -1, fewest: math.MaxInt, choices: newWorths(len(n.Choices)), looks: newWorths(len(n.Looks))}
	}
	return keys
}

func newWorths(n int) []worth {
	all := make([]worth, n)
	for i := range all {
		all[i] = worth{least: math.Inf(1), losesAll: true}
	}
	return all
}

func (k *key) count(options []solve.Option) {
	k.states++
	stake, choices := 0.0, uint64(0)
	for _, o := range options {
		stake = max(stake, o.Regret)
		if o.Move >= 0 {
			choices |= 1 << o.Move
		}
	}
	k.fewest, k.most = min(k.fewest, bits.OnesCount64(choices)), max(k.most, bits.OnesCount64(choices))
	for _, o := range options {
		if i, look := o.Move.IsLook(); look {
			k.looks[i].count(o.Regret, stake)
		} else {
			k.choices[o.Move].count(o.Regret, stake)
			k.choices[o.Move].beside |= choices
			k.choices[o.Move].without |= ^choices
		}
	}
}

func (w *worth) count(regret, stake float64) {
	w.offered++
	w.mean += regret
	w.least, w.most = min(w.least, regret), max(w.most, regret)
	if regret == 0 {
		w.right++
	}
	w.losesAll = w.losesAll && stake > 0 && regret == stake
}

func (k *key) settle(n *scenario.Node) {
	for _, all := range [][]worth{k.choices, k.looks} {
		for i := range all {
			all[i].mean /= max(1, float64(all[i].offered))
		}
	}
	if n.Kind != scenario.Decision || !n.Scored {
		return
	}
	least := math.Inf(1)
	for i, w := range k.choices {
		switch mean := solve.Round(w.mean); {
		case w.offered == 0:
		case mean < least:
			least, k.best = mean, i
		case mean == least:
			k.best = -1
		}
	}
}
