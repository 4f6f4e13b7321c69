package stats

import "math"

// Sharp is a decision, the regret of each choice that was open, and the one that was made.
type Sharp struct {
	Regrets []float64
	Chosen  int
}

// Sharpness is the β for which choices made with chances in proportion to exp(−β·regret) are likeliest (Baker, Saxe &
// Tenenbaum 2009; LaMar 2018), 0 at least, and its standard error. It is no ability: 0 is choosing at random. False
// when regrets never differ, or when the best was chosen every time, which any sharper β would explain better still.
func Sharpness(decisions []Sharp) (beta, se float64, ok bool) {
	if _, variance := pull(decisions, 0); variance == 0 || faultless(decisions) {
		return 0, 0, false
	}
	beta = crossing(func(b float64) float64 { slope, _ := pull(decisions, b); return slope })
	_, information := pull(decisions, beta)
	if information <= 0 {
		return 0, 0, false
	}
	return beta, 1 / math.Sqrt(information), true
}

// SharpnessMAP is the likeliest β when β is thought beforehand to be 1 or so (gamma prior of shape 2 and rate 2). It
// exists whatever was chosen: .5 when nothing was.
func SharpnessMAP(decisions []Sharp) float64 {
	return crossing(func(b float64) float64 {
		slope, _ := pull(decisions, b)
		return slope + 1/max(b, math.SmallestNonzeroFloat64) - 2
	})
}

// pull is the slope of the log-likelihood at β, and the information there: the mean and the variance of regret.
func pull(decisions []Sharp, beta float64) (slope, information float64) {
	for _, d := range decisions {
		var sum, mean, square float64
		least := d.least()
		for _, r := range d.Regrets {
			weight := math.Exp(-beta * (r - least))
			sum += weight
			mean += weight * (r - least)
			square += weight * (r - least) * (r - least)
		}
		mean /= sum
		slope += mean - (d.Regrets[d.Chosen] - least)
		information += max(0, square/sum-mean*mean)
	}
	return slope, information
}

func (d Sharp) least() float64 {
	least := d.Regrets[0]
	for _, r := range d.Regrets {
		least = min(least, r)
	}
	return least
}

func faultless(decisions []Sharp) bool {
	for _, d := range decisions {
		if d.Regrets[d.Chosen] > d.least() {
			return false
		}
	}
	return true
}

// crossing is where a falling slope reaches 0, by bisection; 0 when it starts below.
func crossing(slope func(float64) float64) float64 {
	if slope(0) <= 0 {
		return 0
	}
	low, high := 0., 1.
	for slope(high) > 0 {
		low, high = high, 2*high
	}
	for range 200 {
		middle := (low + high) / 2
		if slope(middle) > 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}
