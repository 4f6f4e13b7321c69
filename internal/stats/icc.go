package stats

import "gonum.org/v1/gonum/stat"

// ICC are the six intraclass correlations of Shrout & Fleiss 1979, 1 at most, and the mean squares behind them. ICC1 is
// of works each rated by other raters, ICC2 of raters drawn from many, ICC3 of these raters and no others; with k, of
// the mean of all raters.
type ICC struct {
	ICC1, ICC2, ICC3      float64
	ICC1k, ICC2k, ICC3k   float64
	ICC2Interval          Interval // McGraw & Wong 1996; from −1 to 1 when there is none to reckon
	Rows, Columns         float64  // mean squares between works, between raters
	Residual, WithinWorks float64
}

// Intraclass takes a row of ratings for each work, a column for each rater, nothing missing. False of fewer than two
// works or raters, of rows of unequal length, when works do not differ at all, or when raters differ so far that nothing
// is left of works.
func Intraclass(ratings [][]float64) (ICC, bool) {
	if _, ok := sheetOf(ratings); !ok {
		return ICC{}, false
	}
	c := meanSquares(ratings)
	n, k := float64(len(ratings)), float64(len(ratings[0]))
	r, j, e, w := c.Rows, c.Columns, c.Residual, c.WithinWorks
	if flat(r, stat.Mean(ratings[0], nil), 1) || r+(j-e)/n <= 0 {
		return ICC{}, false
	}
	c.ICC1 = (r - w) / (r + (k-1)*w)
	c.ICC2 = (r - e) / (r + (k-1)*e + k*(j-e)/n)
	c.ICC3 = (r - e) / (r + (k-1)*e)
	c.ICC1k = (r - w) / r
	c.ICC2k = (r - e) / (r + (j-e)/n)
	c.ICC3k = (r - e) / r
	c.ICC2Interval = c.interval(n, k)
	return c, true
}

// meanSquares is the analysis of variance in two directions.
func meanSquares(ratings [][]float64) (c ICC) {
	n, k := float64(len(ratings)), float64(len(ratings[0]))
	var works []float64
	raters := make([]float64, len(ratings[0]))
	within := 0.
	for _, row := range ratings {
		works = append(works, stat.Mean(row, nil))
		within += k * stat.PopVariance(row, nil)
		for i, rating := range row {
			raters[i] += rating / n
		}
	}
	rows, columns := k*n*stat.PopVariance(works, nil), n*k*stat.PopVariance(raters, nil)
	return ICC{
		Rows: rows / (n - 1), Columns: columns / (k - 1),
		Residual: max(0, within-columns) / ((n - 1) * (k - 1)), WithinWorks: within / (n * (k - 1)),
	}
}

// fewestFreedom is what the quantiles of F are good for.
const fewestFreedom = .5

// interval is that of ICC2, for the agreement of single ratings.
func (c ICC) interval(n, k float64) Interval {
	a := k * c.ICC2 / n
	raters, rest := a*c.Columns, (1+(k-1)*c.ICC2-a)*c.Residual
	spread := raters*raters/(k-1) + rest*rest/((n-1)*(k-1))
	if c.ICC2 >= 1 || spread <= 0 {
		return Interval{-1, 1}
	}
	freedom := (raters + rest) * (raters + rest) / spread
	if freedom < fewestFreedom {
		return Interval{-1, 1}
	}
	low, high := FQuantile(1-tail, n-1, freedom), FQuantile(1-tail, freedom, n-1)
	disagreement := k*c.Columns + (k*n-k-n)*c.Residual
	return Interval{
		n * (c.Rows - low*c.Residual) / (low*disagreement + n*c.Rows),
		n * (high*c.Rows - c.Residual) / (disagreement + n*high*c.Rows),
	}
}
