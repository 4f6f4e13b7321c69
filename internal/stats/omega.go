package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// OneFactor is the one factor that explains the correlations of items best.
type OneFactor struct {
	Loadings []float64 // each from −1 to 1, their sum not negative
	Omega    float64   // McDonald 1999, from 0 to 1: the factor's part in the totals of standardised items
}

const (
	mostLoading = .9974968671630001 // leaves an item .005 of its own, as psych::fa does
	mostRounds  = 10_000
	settled     = 1e-10
)

// Omega fits one factor by least squares off the diagonal (minres: Harman & Jones 1966). It takes a sheet as Consistent
// does, of three items at least, each with some variation; false otherwise.
func Omega(rows [][]float64) (OneFactor, bool) {
	sheet, ok := sheetOf(rows)
	if !ok {
		return OneFactor{}, false
	}
	n, items := sheet.Dims()
	if items < 3 {
		return OneFactor{}, false
	}
	for i := range items {
		if _, _, ok := varied(mat.Col(make([]float64, n), i, sheet)); !ok {
			return OneFactor{}, false
		}
	}
	var correlation mat.SymDense
	stat.CorrelationMatrix(&correlation, sheet, nil)
	loadings, ok := firstComponent(&correlation)
	if !ok {
		return OneFactor{}, false
	}
	minres(&correlation, loadings)
	return newOneFactor(loadings), true
}

func newOneFactor(loadings []float64) OneFactor {
	var sum, own float64
	for _, l := range loadings {
		sum += l
		own += 1 - l*l
	}
	if sum < 0 {
		for i := range loadings {
			loadings[i] = -loadings[i]
		}
	}
	return OneFactor{loadings, sum * sum / (sum*sum + own)}
}

// firstComponent is where the search begins.
func firstComponent(correlation mat.Symmetric) ([]float64, bool) {
	var eigen mat.EigenSym
	if !eigen.Factorize(correlation, true) {
		return nil, false
	}
	values := eigen.Values(nil)
	last := len(values) - 1
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	loadings := mat.Col(nil, last, &vectors)
	for i := range loadings {
		loadings[i] *= math.Sqrt(values[last])
	}
	return loadings, true
}

// minres sets each loading in turn to what fits its correlations with the others best, until none moves.
func minres(correlation mat.Symmetric, loadings []float64) {
	for range mostRounds {
		moved := 0.
		for i := range loadings {
			var fit, squares float64
			for j, l := range loadings {
				if j != i {
					fit += correlation.At(i, j) * l
					squares += l * l
				}
			}
			if squares == 0 {
				continue
			}
			next := clamp(fit/squares, -mostLoading, mostLoading)
			moved = max(moved, math.Abs(next-loadings[i]))
			loadings[i] = next
		}
		if moved < settled {
			return
		}
	}
}
