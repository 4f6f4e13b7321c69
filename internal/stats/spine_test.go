package stats

import (
	"slices"
	"testing"
)

// crossing is an attempt that earned half a credit at each decision.
func crossed(decisions ...int) (visits []Visit) {
	for _, d := range decisions {
		visits = append(visits, Visit{d, .5})
	}
	return visits
}

func TestSpineIsWhatNearlyAllMet(t *testing.T) {
	attempts := slices.Repeat([][]Visit{crossed(0, 1, 2, 3, 4, 6)}, 38)
	attempts = append(attempts, crossed(0, 1, 2, 3, 6, 5), crossed(0, 1, 2, 5, 4)) // 39 of 40 met 3, 4 and 6; 2 met 5
	s := SpineOf(attempts, 7)
	if !slices.Equal(s.Decisions, []int{0, 1, 2, 3, 4, 6}) || len(s.Rows) != 38 || s.FewDecisions || s.FewAttempts {
		t.Errorf("%v, %d rows, %+v", s.Decisions, len(s.Rows), s)
	}
	if !slices.Equal(s.Rows[0], []float64{.5, .5, .5, .5, .5, .5}) {
		t.Errorf("%v", s.Rows[0])
	}
}

func TestWhyReliabilityIsNotLegitimate(t *testing.T) {
	for _, c := range []struct {
		name                 string
		attempts             [][]Visit
		fewDecisions, fewAll bool
	}{
		{"nobody", nil, true, true},
		{"four decisions", slices.Repeat([][]Visit{crossed(0, 1, 2, 3)}, 40), true, false},
		{"twenty-nine attempts", slices.Repeat([][]Visit{crossed(0, 1, 2, 3, 4)}, 29), false, true},
		{"thirty attempts", slices.Repeat([][]Visit{crossed(0, 1, 2, 3, 4)}, 30), false, false},
		{"nineteen in twenty met the fifth", slices.Concat(slices.Repeat([][]Visit{crossed(0, 1, 2, 3, 4)}, 38), slices.Repeat([][]Visit{crossed(0, 1, 2, 3)}, 2)), false, false},
		{"fewer met the fifth", slices.Concat(slices.Repeat([][]Visit{crossed(0, 1, 2, 3, 4)}, 37), slices.Repeat([][]Visit{crossed(0, 1, 2, 3)}, 3)), true, false},
	} {
		s := SpineOf(c.attempts, 6)
		if s.FewDecisions != c.fewDecisions || s.FewAttempts != c.fewAll {
			t.Errorf("%s: %v %v", c.name, s.FewDecisions, s.FewAttempts)
		}
	}
}
