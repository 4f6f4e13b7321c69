package stats

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// Effect is a difference in standard deviations.
type Effect struct {
	D        float64 // as it is
	G        float64 // less what few people add to it (Hedges 1981)
	Variance float64 // of G
	SE       float64
	Interval // of G
}

func newEffect(d, g, variance float64) Effect {
	se := math.Sqrt(variance)
	return Effect{d, g, variance, se, around(g, z*se)}
}

// Retest is what the same people did before and after: two parallel cases, never the same one twice, which would
// measure memory.
type Retest struct {
	N         int
	Pre, Post float64 // means
	SDPre     float64
	R         float64 // correlation of before and after
}

// RetestOf pairs what each person did before and after; false of fewer than three, of lists of unequal length, or when
// one of them does not vary.
func RetestOf(pre, post []float64) (Retest, bool) {
	if len(pre) != len(post) {
		return Retest{}, false
	}
	r, ok := Correlation(pre, post)
	if !ok {
		return Retest{}, false
	}
	before, _ := GroupOf(pre)
	return Retest{r.N, before.Mean, stat.Mean(post, nil), before.SD, r.Value}, true
}

// Growth is the standardised mean change with raw score standardisation (Becker 1988; Morris 2008; SMCR in metafor):
// g = J(n−1)·(post − pre)/SD before, of variance 2(1 − r)/n + g²/2n. False of fewer than three, or without a
// standard deviation.
func (t Retest) Growth() (Effect, bool) {
	if t.N < 3 || t.SDPre <= 0 {
		return Effect{}, false
	}
	n := float64(t.N)
	d := (t.Post - t.Pre) / t.SDPre
	g := exactJ(n-1) * d
	return newEffect(d, g, 2*(1-t.R)/n+g*g/(2*n)), true
}

// exactJ takes the bias of few people away, by the gamma function: it needs more than one degree of freedom.
func exactJ(freedom float64) float64 {
	half, _ := math.Lgamma(freedom / 2)
	less, _ := math.Lgamma((freedom - 1) / 2)
	return math.Exp(half-less) / math.Sqrt(freedom/2)
}

// approximateJ is what Borenstein et al. print.
func approximateJ(freedom float64) float64 { return 1 - 3/(4*freedom-1) }

// HedgesIndependent compares two groups of different people: first less second, over the pooled standard deviation
// (Borenstein et al. 2009, ch. 4). False of fewer than two in a group, or without a standard deviation.
func HedgesIndependent(first, second Group) (Effect, bool) {
	if first.N < 2 || second.N < 2 {
		return Effect{}, false
	}
	n1, n2 := float64(first.N), float64(second.N)
	freedom := n1 + n2 - 2
	pooled := math.Sqrt(((n1-1)*first.SD*first.SD + (n2-1)*second.SD*second.SD) / freedom)
	if pooled <= 0 {
		return Effect{}, false
	}
	d := (first.Mean - second.Mean) / pooled
	j := approximateJ(freedom)
	return newEffect(d, j*d, j*j*((n1+n2)/(n1*n2)+d*d/(2*(n1+n2)))), true
}

// HedgesPaired compares the same people twice, from the mean and standard deviation of their differences and the
// correlation r of the two (Borenstein et al. 2009, ch. 4). False of fewer than two, without a standard deviation, or
// when r is 1 or −1.
func HedgesPaired(difference Group, r float64) (Effect, bool) {
	if difference.N < 2 || difference.SD <= 0 || math.Abs(r) >= 1 {
		return Effect{}, false
	}
	n := float64(difference.N)
	within := difference.SD / math.Sqrt(2*(1-r))
	d := difference.Mean / within
	j := approximateJ(n - 1)
	return newEffect(d, j*d, j*j*(1/n+d*d/(2*n))*2*(1-r)), true
}
