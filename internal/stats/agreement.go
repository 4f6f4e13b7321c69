package stats

// mostApart is how far two raters may differ on a rubric before somebody adjudicates.
const mostApart = 1

// Adjudicate tells whether two levels given to the same work differ by two or more.
func Adjudicate(a, b int) bool { return max(a, b)-min(a, b) > mostApart }

// Agreement is how often two raters gave the same level, and how often the same or the next, in the same order of works;
// false without a work that both rated.
func Agreement(a, b []int) (exact, adjacent Estimate, ok bool) {
	same, near, n := 0, 0, min(len(a), len(b))
	for i := range n {
		if a[i] == b[i] {
			same++
		}
		if !Adjudicate(a[i], b[i]) {
			near++
		}
	}
	if exact, ok = Share(same, n); ok {
		adjacent, _ = Share(near, n)
	}
	return exact, adjacent, ok
}

// tallied counts each level, from 0 to levels−1, that was given to a work; false when one lies outside.
func tallied(given []int, levels int) ([]int, bool) {
	counts := make([]int, levels)
	for _, level := range given {
		if level < 0 || level >= levels {
			return nil, false
		}
		counts[level]++
	}
	return counts, true
}
