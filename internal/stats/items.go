package stats

import (
	"cmp"
	"math"
	"slices"
)

// Item is what a column of a rectangular sheet shows.
type Item struct {
	Mean         float64  // its difficulty: the mean credit
	Total        Estimate // correlation with the total; N is 0 when the item, or the total, does not vary
	Rest         Estimate // with the total of the others; N as above
	AlphaWithout *float64 // of the other items; nil when there is none to reckon
	UpperLower   float64  // mean of the best 27 % less mean of the worst (Kelley 1939); ties go by the order of the rows
}

// Items analyses each column of a sheet as Consistent takes it; false when that is no rectangle of two by two.
func Items(rows [][]float64) ([]Item, bool) {
	if _, ok := sheetOf(rows); !ok {
		return nil, false
	}
	totals := totalsOf(rows)
	upper, lower := extremes(totals)
	items, rests := make([]Item, len(rows[0])), make([]Pairs, len(rows[0]))
	own := 0.
	for i := range items {
		var withTotal Pairs
		for row, credits := range rows {
			withTotal.Add(credits[i], totals[row])
			rests[i].Add(credits[i], totals[row]-credits[i])
		}
		own += rests[i].xx
		items[i] = Item{Mean: withTotal.meanX, UpperLower: columnMean(rows, upper, i) - columnMean(rows, lower, i)}
		items[i].Total, _ = withTotal.Correlation()
		items[i].Rest, _ = rests[i].Correlation()
	}
	for i, rest := range rests {
		items[i].AlphaWithout = alphaWithout(rest, own-rest.xx, len(items)-1)
	}
	return items, true
}

// alphaWithout is of the items left, from their own squares and those of their totals.
func alphaWithout(rest Pairs, own float64, items int) *float64 {
	if items < 2 || flat(rest.yy, rest.meanY, rest.n) {
		return nil
	}
	alpha := float64(items) / float64(items-1) * (1 - own/rest.yy)
	return &alpha
}

// extremes are the rows of the 27 % with the highest totals, and of the 27 % with the lowest, one at least.
func extremes(totals []float64) (upper, lower []int) {
	order := make([]int, len(totals))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(totals[a], totals[b]) })
	size := max(1, int(math.Round(.27*float64(len(order)))))
	return order[len(order)-size:], order[:size]
}

func columnMean(rows [][]float64, of []int, column int) float64 {
	sum := 0.
	for _, row := range of {
		sum += rows[row][column]
	}
	return sum / float64(len(of))
}
