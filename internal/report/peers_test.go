package report

import "testing"

// TestSharesAmongPeersMoveByTwoPeople: however few they are, one person more or less is not always to be seen, and no
// value that is told stands for one number of people alone, but at both ends of a step that is cut there.
func TestSharesAmongPeersMoveByTwoPeople(t *testing.T) {
	for offered := five; offered <= 120; offered++ {
		counts := map[int]int{}
		last := 0
		for chosen := range offered + 1 {
			share := shareAmong(chosen, offered)
			if share < last || share > 100 || share%5 != 0 {
				t.Fatalf("%d of %d is %d %% after %d %%", chosen, offered, share, last)
			}
			counts[share]++
			last = share
		}
		for share, n := range counts {
			if n < 2 && share > 0 && share < 100 {
				t.Errorf("of %d, %d %% stands for %d number", offered, share, n)
			}
		}
	}
	for _, want := range [][3]int{{0, 5, 0}, {2, 5, 50}, {5, 5, 100}, {3, 10, 40}, {4, 25, 20}, {13, 40, 35}} {
		if got := shareAmong(want[0], want[1]); got != want[2] {
			t.Errorf("%d of %d is %d %%, want %d %%", want[0], want[1], got, want[2])
		}
	}
}
