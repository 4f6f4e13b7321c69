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
