package report

import "testing"

func TestQuartilesLieBetweenTheTwoNearestScores(t *testing.T) {
	for _, c := range []struct {
		scores []float64 // with what R's quantile says of them
		counts []int
		want   Score
	}{
		{[]float64{40}, []int{1}, Score{N: 1, Mean: 40, Q1: 40, Median: 40, Q3: 40}},
		{[]float64{100, 0}, []int{1, 1}, Score{N: 2, Mean: 50, Q1: 25, Median: 50, Q3: 75}},
		{[]float64{30, 10, 40, 20}, []int{1, 1, 1, 1}, Score{N: 4, Mean: 25, Q1: 17.5, Median: 25, Q3: 32.5}},
		{[]float64{10, 90, 50}, []int{3, 5, 0}, Score{N: 8, Mean: 60, Q1: 10, Median: 90, Q3: 90}},
		{[]float64{10, 50}, []int{0, 0}, Score{}},
	} {
		if got := newScore(c.scores, c.counts); got != c.want {
			t.Errorf("%v %v times: %+v, want %+v", c.scores, c.counts, got, c.want)
		}
	}
}
