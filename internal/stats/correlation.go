package stats

import "math"

// Pairs gathers pairs of values for their correlation, in one pass and without keeping them (Welford 1962).
type Pairs struct {
	n            int
	meanX, meanY float64
	xx, yy, xy   float64
}

// Add takes one more pair in.
func (p *Pairs) Add(x, y float64) {
	p.n++
	dx, dy := x-p.meanX, y-p.meanY
	p.meanX += dx / float64(p.n)
	p.meanY += dy / float64(p.n)
	p.xx += dx * (x - p.meanX)
	p.yy += dy * (y - p.meanY)
	p.xy += dx * (y - p.meanY)
}

// N is how many pairs there are.
func (p *Pairs) N() int { return p.n }

// Correlation is Pearson's, from −1 to 1, with Fisher's interval; false of fewer than three pairs, or when all the
// values on one side are equal. Of a choice made (1) or not (0) it is the point-biserial one.
func (p *Pairs) Correlation() (Estimate, bool) {
	if p.n < 3 || flat(p.xx, p.meanX, p.n) || flat(p.yy, p.meanY, p.n) {
		return Estimate{}, false
	}
	r := clamp(p.xy/math.Sqrt(p.xx*p.yy), -1, 1)
	return Estimate{p.n, r, FisherZ(r, p.n)}, true
}

// Correlation is that of two lists of the same length.
func Correlation(x, y []float64) (Estimate, bool) {
	var p Pairs
	for i := range min(len(x), len(y)) {
		p.Add(x[i], y[i])
	}
	return p.Correlation()
}

// KendallTau is Kendall's τ-b, from −1 to 1: how far two orders agree, ties set aside (Kendall 1945). False when all the
// values on one side are equal.
func KendallTau(x, y []float64) (float64, bool) {
	n := min(len(x), len(y))
	var agree, ordersX, ordersY float64
	for i := range n {
		for j := range i {
			a, b := sign(x[i]-x[j]), sign(y[i]-y[j])
			agree += a * b
			ordersX += a * a
			ordersY += b * b
		}
	}
	if ordersX == 0 || ordersY == 0 {
		return 0, false
	}
	return agree / math.Sqrt(ordersX*ordersY), true
}

func sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	default:
		return 0
	}
}
