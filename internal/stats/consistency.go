package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// Consistency tells how far the items of a test rank people alike.
type Consistency struct {
	Alpha   Estimate // Cronbach 1951, interval of Feldt 1965: at most 1, and negative when items disagree
	Items   int
	Lambda2 float64 // Guttman 1945: at least alpha
	Mean    float64 // of the totals
	SD      float64
	SEM     float64 // standard error of measurement, in points of the total
}

// Consistent analyses a rectangular sheet: a row for each person, a column for each item, nothing missing. False of
// fewer than two rows or two items, of rows of unequal length, or when all totals are equal.
func Consistent(rows [][]float64) (Consistency, bool) {
	sheet, ok := sheetOf(rows)
	if !ok {
		return Consistency{}, false
	}
	totals := totalsOf(rows)
	mean, sd, ok := varied(totals)
	if !ok {
		return Consistency{}, false
	}
	n, items := sheet.Dims()
	var covariance mat.SymDense
	stat.CovarianceMatrix(&covariance, sheet, nil)
	alpha, lambda2 := alphaOf(&covariance, sd*sd)
	return Consistency{
		Alpha: Estimate{n, alpha, feldt(alpha, n, items)}, Items: items, Lambda2: lambda2,
		Mean: mean, SD: sd, SEM: sd * math.Sqrt(1-alpha),
	}, true
}

// alphaOf reads alpha and lambda-2 off the covariances of items and the variance of totals, which is positive.
func alphaOf(covariance mat.Symmetric, variance float64) (alpha, lambda2 float64) {
	k := covariance.SymmetricDim()
	var own, squares float64
	for i := range k {
		own += covariance.At(i, i)
		for j := range i {
			squares += 2 * covariance.At(i, j) * covariance.At(i, j)
		}
	}
	more := float64(k) / float64(k-1)
	shared := 1 - own/variance
	return min(1, more*shared), min(1, shared+math.Sqrt(more*squares)/variance)
}

func feldt(alpha float64, n, items int) Interval {
	people, within := float64(n-1), float64((n-1)*(items-1))
	return Interval{
		1 - (1-alpha)*FQuantile(1-tail, people, within),
		1 - (1-alpha)*FQuantile(tail, people, within),
	}
}

// Length is how many items like these would reach a reliability between 0 and 1 (Spearman 1910; Brown 1910); false when
// no number would, alpha being 0 or less, or when one already does, alpha being 1.
func (c Consistency) Length(reliability float64) (float64, bool) {
	alpha := c.Alpha.Value
	if alpha <= 0 || alpha >= 1 || reliability <= 0 || reliability >= 1 {
		return 0, false
	}
	return float64(c.Items) * reliability * (1 - alpha) / (alpha * (1 - reliability)), true
}

// sheetOf refuses what is not a rectangle of two by two at least.
func sheetOf(rows [][]float64) (*mat.Dense, bool) {
	if len(rows) < 2 || len(rows[0]) < 2 {
		return nil, false
	}
	sheet := mat.NewDense(len(rows), len(rows[0]), nil)
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			return nil, false
		}
		sheet.SetRow(i, row)
	}
	return sheet, true
}

func totalsOf(rows [][]float64) []float64 {
	totals := make([]float64, len(rows))
	for i, row := range rows {
		for _, credit := range row {
			totals[i] += credit
		}
	}
	return totals
}
