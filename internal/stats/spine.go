package stats

import "math"

// What reliability needs.
const (
	spineShare           = .95
	fewestSpineDecisions = 5
	fewestForConsistency = FewestForVerdict
)

// Spine is the part of a case that nearly everybody crosses, the only one on which reliability may be reckoned:
// elsewhere decisions are missing by design, and nothing is filled in. Where there are few of either, propose a retest.
type Spine struct {
	Decisions    []int       // met by 95 % of attempts or more, in order
	Rows         [][]float64 // the credits there of each attempt that met them all
	FewDecisions bool        // fewer than 5
	FewAttempts  bool        // fewer than 30 rows
}

// SpineOf finds the spine among the scored decisions of a case.
func SpineOf(attempts [][]Visit, decisions int) Spine {
	met := make([]int, decisions)
	for _, visits := range attempts {
		for _, v := range visits {
			met[v.Decision]++
		}
	}
	var s Spine
	place := make([]int, decisions) // in a row, from 1; 0 off the spine
	for decision, n := range met {
		if n > 0 && n >= int(math.Ceil(spineShare*float64(len(attempts))-1e-9)) {
			s.Decisions = append(s.Decisions, decision)
			place[decision] = len(s.Decisions)
		}
	}
	if len(s.Decisions) > 0 {
		for _, visits := range attempts {
			if row, complete := along(visits, place, len(s.Decisions)); complete {
				s.Rows = append(s.Rows, row)
			}
		}
	}
	s.FewDecisions = len(s.Decisions) < fewestSpineDecisions
	s.FewAttempts = len(s.Rows) < fewestForConsistency
	return s
}

// along is the row of an attempt, and whether it met every decision of the spine.
func along(visits []Visit, place []int, length int) (row []float64, complete bool) {
	row = make([]float64, length)
	met := 0
	for _, v := range visits {
		if at := place[v.Decision]; at > 0 {
			row[at-1] = v.Credit
			met++
		}
	}
	return row, met == length
}
