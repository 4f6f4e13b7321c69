package stats

import "slices"

// Scale is what the distance between two ratings means.
type Scale uint8

// Names without order; ranks; differences; differences against size.
const (
	Nominal Scale = iota
	Ordinal
	Metric
	Ratio
)

// Krippendorff is the agreement of several raters, 1 at most (Krippendorff 2011): the ratings that each work was given,
// however many and in any order. A work with one rating counts for nothing. Ratings on a ratio scale are not negative.
// False when no work has two ratings, or when all ratings are equal.
func Krippendorff(works [][]float64, scale Scale) (float64, bool) {
	var pairable [][]float64
	var all []float64
	for _, given := range works {
		if len(given) > 1 {
			pairable = append(pairable, given)
			all = append(all, given...)
		}
	}
	values := slices.Compact(slices.Sorted(slices.Values(all)))
	if len(values) < 2 || scale == Ratio && values[0] < 0 {
		return 0, false
	}
	times := make([]float64, len(values))
	for _, rating := range all {
		times[indexOf(values, rating)]++
	}
	distance := distances(values, times, scale)
	var seen, expected float64
	for _, given := range pairable {
		for i, a := range given {
			for _, b := range given[:i] {
				seen += 2 * distance[indexOf(values, a)][indexOf(values, b)] / float64(len(given)-1)
			}
		}
	}
	for i, m := range times {
		for j, n := range times {
			expected += m * n * distance[i][j]
		}
	}
	return 1 - seen*float64(len(all)-1)/expected, true
}

func indexOf(values []float64, value float64) int {
	i, _ := slices.BinarySearch(values, value)
	return i
}

// distances are the squared ones between values in order, each given so many times.
func distances(values, times []float64, scale Scale) [][]float64 {
	all := make([][]float64, len(values))
	for i, greater := range values {
		all[i] = make([]float64, len(values))
		ranks := times[i] / 2 // from the middle of one value to the middle of the other
		for j := i - 1; j >= 0; j-- {
			d := scale.apart(greater, values[j], ranks+times[j]/2)
			all[i][j], all[j][i] = d*d, d*d
			ranks += times[j]
		}
	}
	return all
}

// apart is the distance between a greater and a lesser value, so many ranks below.
func (s Scale) apart(greater, lesser, ranks float64) float64 {
	switch s {
	case Nominal:
		return 1
	case Ordinal:
		return ranks
	case Metric:
		return greater - lesser
	default:
		return (greater - lesser) / (greater + lesser)
	}
}
