package stats

import (
	"cmp"
	"slices"
)

// Percentages are counts in whole per cent that add up to 100, each within 1 of its exact share: the largest remainders
// are rounded up, the first of those that are equal (Hamilton's method). All are 0 when the counts are.
func Percentages(counts []int) []int {
	n := 0
	for _, c := range counts {
		n += c
	}
	percent := make([]int, len(counts))
	if n == 0 {
		return percent
	}
	left := 100
	byRemainder := make([]int, len(counts))
	for i, c := range counts {
		percent[i] = 100 * c / n
		left -= percent[i]
		byRemainder[i] = i
	}
	slices.SortStableFunc(byRemainder, func(a, b int) int { return cmp.Compare(100*counts[b]%n, 100*counts[a]%n) })
	for _, i := range byRemainder[:left] {
		percent[i]++
	}
	return percent
}
