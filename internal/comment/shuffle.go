package comment

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
)

// A part of the reasons is rated twice, to know how far raters agree: one in twiceOf, and twiceLeast at least.
const (
	twiceOf    = 5
	twiceLeast = 10
)

// order is the place of a reason in the shuffle: the same for every rater and for good, and owing nothing to whose it
// is, when it was given or how it reads.
func order(p Place) uint64 {
	h := fnv.New64a()
	_, _ = h.Write(p.Attempt[:]) // a hash takes whatever it is given
	_, _ = h.Write(binary.BigEndian.AppendUint64(nil, uint64(p.Step)))
	x := h.Sum64() // neighbouring steps still lie close together
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return x
}

// shuffled puts reasons in the order in which they are rated.
func shuffled(reasons []Reason) []Reason {
	list := slices.Clone(reasons)
	slices.SortFunc(list, func(a, b Reason) int {
		return cmp.Or(
			cmp.Compare(order(a.Place), order(b.Place)),
			slices.Compare(a.Attempt[:], b.Attempt[:]), cmp.Compare(a.Step, b.Step),
		)
	})
	return list
}

// wanted is how many of so many reasons two trainers are to rate.
func wanted(reasons int) int {
	return min(reasons, max(twiceLeast, (reasons+twiceOf-1)/twiceOf))
}

// doubled picks the reasons that two trainers are to rate: the first of the shuffle.
func doubled(reasons []Reason) map[Place]bool {
	twice := map[Place]bool{}
	for _, r := range shuffled(reasons)[:wanted(len(reasons))] {
		twice[r.Place] = true
	}
	return twice
}

// cursor says where a page ends.
func cursor(p Place) string { return fmt.Sprintf("%016x", order(p)) }
