package stats

// GoodTuring is the share of what could be met that has been, from 0 to 1, reckoned from how often each path was
// taken: 1 less the share of attempts alone on theirs (Good 1953). What it leaves is the chance that the next attempt
// takes a new path. False without attempts.
func GoodTuring(counts []int) (float64, bool) {
	n, alone := 0, 0
	for _, c := range counts {
		n += c
		if c == 1 {
			alone++
		}
	}
	if n == 0 {
		return 0, false
	}
	return 1 - float64(alone)/float64(n), true
}

// Coverage is the share of the reachable edges of a case that were visited, from 0 to 1; false when none is reachable.
func Coverage(visited, reachable int) (float64, bool) {
	if reachable <= 0 {
		return 0, false
	}
	return clamp(float64(visited)/float64(reachable), 0, 1), true
}
