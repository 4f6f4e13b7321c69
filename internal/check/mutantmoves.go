package check

import (
	"slices"
	"strconv"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

func (b *breeder) look(at spot, i int) {
	l := &b.sc.Nodes[at.node].Looks[i]
	own := func(s *scenario.Scenario) *scenario.Look { return lookOf(s, at.node, i) }
	if b.has(asked, at, 0) {
		b.when(b.name(at), b.keys(at, "when"), l.When, func(s *scenario.Scenario) **scenario.Condition { return &own(s).When })
	}
	if !b.has(made, at, 0) {
		return
	}
	if b.sc.Clock >= 0 {
		b.becomes(CostChanged, b.name(at), b.keys(at, "cost"), number(l.Cost), number(l.Cost+1), func(s *scenario.Scenario) { own(s).Cost++ })
	}
	b.effects(b.name(at), b.keys(at, "set"), l.Set, func(s *scenario.Scenario) *[]scenario.Effect { return &own(s).Set })
	b.evidence(at, l.Evidence, func(s *scenario.Scenario) (*[]scenario.Evidence, *int) {
		l := own(s)
		return &l.Evidence, &l.Points
	})
}

func (b *breeder) choice(at spot) {
	c := &b.sc.Nodes[at.node].Choices[at.move]
	own := func(s *scenario.Scenario) *scenario.Choice { return choiceOf(s, at) }
	if b.has(asked, at, 0) {
		b.when(b.name(at), b.keys(at, "when"), c.When, func(s *scenario.Scenario) **scenario.Condition { return &own(s).When })
	}
	if !b.has(made, at, 0) {
		return
	}
	b.effects(b.name(at), b.keys(at, "set"), c.Set, func(s *scenario.Scenario) *[]scenario.Effect { return &own(s).Set })
	b.evidence(at, c.Evidence, func(s *scenario.Scenario) (*[]scenario.Evidence, *int) {
		c := own(s)
		return &c.Evidence, &c.Points
	})
	if c.Incident != "" {
		b.incident(at, c.Incident)
	}
	if c.Later >= 0 && b.cover[part{kind: due, index: c.Later}] {
		b.later(at, c.Later)
	}
	b.routes(at, c.Next, func(s *scenario.Scenario) *[]scenario.Route { return &own(s).Next })
}

// incident takes a critical incident away. What it does is to cap the score, which nobody notices where the score is
// no higher anyway.
func (b *breeder) incident(at spot, id string) {
	b.becomes(IncidentRemoved, b.name(at), b.keys(at, "incident"), id, "", func(s *scenario.Scenario) { choiceOf(s, at).Incident = "" })
	b.mutants[len(b.mutants)-1].unseen = func(was, _ *solve.Solution) bool {
		regret, possible := was.LeastRegretOn(at.node, engine.Move(at.move))
		score := was.Score(regret)
		return !possible || score == nil || *score <= float64(b.sc.Cap)
	}
}

func (b *breeder) later(at spot, i int) {
	l := &b.sc.Laters[i]
	of, keys := b.name(at)+" later", func(more ...string) []string { return b.keys(at, append([]string{"later"}, more...)...) }
	for _, after := range []int{l.After - 1, l.After + 1} {
		if after >= 1 && after <= scenario.MaxLater {
			b.becomes(DelayChanged, of, keys("after"), strconv.Itoa(l.After), strconv.Itoa(after), func(s *scenario.Scenario) { laterOf(s, i).After = after })
		}
	}
	b.when(of, keys("when"), l.When, func(s *scenario.Scenario) **scenario.Condition { return &laterOf(s, i).When })
	b.effects(of, keys("set"), l.Set, func(s *scenario.Scenario) *[]scenario.Effect { return &laterOf(s, i).Set })
}

// effects changes consequences one at a time; own finds them in a copy.
func (b *breeder) effects(of string, keys []string, effects []scenario.Effect, own func(*scenario.Scenario) *[]scenario.Effect) {
	for i, e := range effects {
		v := &b.sc.Vars[e.Var]
		keys := append(slices.Clone(keys), v.ID)
		put := func(amount int16) func(*scenario.Scenario) {
			return func(s *scenario.Scenario) {
				all := own(s)
				*all = slices.Clone(*all)
				(*all)[i].Amount = amount
			}
		}
		was := written(v, e)
		change := func(kind MutantKind, amount int16) {
			e.Amount = amount
			b.becomes(kind, of, keys, was, written(v, e), put(amount))
		}
		switch {
		case v.Flag:
			change(FlagFlipped, 1-e.Amount)
		case !e.Assign && e.Amount != 0:
			change(SetFlipped, -e.Amount)
		case e.Assign && e.Amount < v.Max:
			change(AmountChanged, e.Amount+1)
		case e.Assign:
			change(AmountChanged, e.Amount-1)
		}
		b.becomes(SetRemoved, of, keys, was, "", func(s *scenario.Scenario) {
			all := own(s)
			*all = slices.Delete(slices.Clone(*all), i, i+1)
		})
	}
}

// written is an effect as its author writes it.
func written(v *scenario.Var, e scenario.Effect) string {
	switch {
	case v.Flag:
		return strconv.FormatBool(e.Amount != 0)
	case e.Assign:
		return "=" + number(e.Amount)
	default:
		return number(e.Amount)
	}
}

func number(n int16) string { return strconv.Itoa(int(n)) }

// evidence changes what a move shows, one competency at a time; own finds it in a copy, with the points that it makes.
func (b *breeder) evidence(at spot, evidence []scenario.Evidence, own func(*scenario.Scenario) (*[]scenario.Evidence, *int)) {
	for i, e := range evidence {
		if e.Points == 0 {
			continue
		}
		keys := b.keys(at, "evidence", b.sc.Competencies[e.Competency])
		was := number(int16(e.Points))
		b.becomes(EvidenceFlipped, b.name(at), keys, was, number(-int16(e.Points)), func(s *scenario.Scenario) {
			all, points := own(s)
			*all = slices.Clone(*all)
			(*all)[i].Points = -e.Points
			*points = s.Value.Points(*all)
		})
		b.becomes(EvidenceRemoved, b.name(at), keys, was, "", func(s *scenario.Scenario) {
			all, points := own(s)
			*all = slices.Delete(slices.Clone(*all), i, i+1)
			*points = s.Value.Points(*all)
		})
	}
}
