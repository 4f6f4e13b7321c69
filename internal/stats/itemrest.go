package stats

// Visit is a scored decision, by its number in the case, and the credit that was earned there, from 0 to 1.
type Visit struct {
	Decision int
	Credit   float64
}

// ItemRest pairs, for each decision of a case, the credit earned there with the mean credit of the other decisions of
// the same attempt: their correlation is the corrected item–rest one (Henrysson 1963; over those that were visited,
// since decisions are missing by design). An attempt visits a decision once at most; one that visits a single
// decision says nothing. Nothing is filled in for those that were not met.
func ItemRest(attempts [][]Visit, decisions int) []Pairs {
	pairs := make([]Pairs, decisions)
	for _, visits := range attempts {
		for i, v := range visits {
			if rest, ok := Rest(visits, i); ok {
				pairs[v.Decision].Add(v.Credit, rest)
			}
		}
	}
	return pairs
}

// Pick is the choice somebody made at a decision, by its place, what was offered to them (all, when nil), and the mean
// credit of the rest of their attempt.
type Pick struct {
	Choice  int
	Offered []bool
	Rest    float64
}

// ChoiceRest pairs, for each choice of a decision, whether it was made (1) or not (0) with the rest of the attempt, over
// those to whom it was offered. A wrong choice that correlates above the best one is worth a second look.
func ChoiceRest(picks []Pick, choices int) []Pairs {
	pairs := make([]Pairs, choices)
	for _, p := range picks {
		for choice := range pairs {
			if p.Offered == nil || p.Offered[choice] {
				made := 0.
				if p.Choice == choice {
					made = 1
				}
				pairs[choice].Add(made, p.Rest)
			}
		}
	}
	return pairs
}

// Rest is the mean credit of an attempt without its visit at place i; false when that is the only one.
func Rest(visits []Visit, i int) (float64, bool) {
	if len(visits) < 2 {
		return 0, false
	}
	sum := 0.
	for j, v := range visits {
		if j != i {
			sum += v.Credit
		}
	}
	return sum / float64(len(visits)-1), true
}
