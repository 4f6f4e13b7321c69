package report

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAListOfNumbersIsWhatWasAddedToIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 255, 256, 70_000}).Draw(t, "most")
		var l ints
		var want []uint32
		for i := range rapid.IntRange(1, 40).Draw(t, "n") {
			n := rapid.Uint32Range(0, most).Draw(t, "number")
			l.add(n)
			want = append(want, n)
			if i%16 == 15 {
				l.close()
			}
		}
		counts := make([]int, most+1)
		from := rapid.IntRange(0, len(want)).Draw(t, "from")
		to := rapid.IntRange(from, len(want)).Draw(t, "to")
		l.tick(counts, from, to)
		for i, n := range want {
			if l.at(i) != n {
				t.Fatalf("place %d holds %d, want %d", i, l.at(i), n)
			}
			if i >= from && i < to {
				counts[n]--
			}
		}
		for n, left := range counts {
			if left != 0 {
				t.Fatalf("%d was counted %d times too often", n, left)
			}
		}
	})
}

func TestSmallNumbersTakeLittleRoom(t *testing.T) {
	for largest, width := range map[uint32]int{0: 1, 255: 1, 256: 2, 65_535: 2, 65_536: 4} {
		var l ints
		for range 1000 {
			l.add(7)
		}
		l.add(largest)
		l.close()
		if room := cap(l.one) + 2*cap(l.two) + 4*cap(l.four); room > width*1200 {
			t.Errorf("up to %d, a thousand numbers take %d bytes", largest, room)
		}
	}
}
