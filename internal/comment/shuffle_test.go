package comment

import (
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// cohortOf gives so many reasons, four in a row of each attempt.
func cohortOf(n int) (list []Reason) {
	var id uuid.UUID
	for i := range n {
		if i%4 == 0 {
			id = uuid.New()
		}
		list = append(list, Reason{Place: Place{id, i % 4}})
	}
	return list
}

func TestTheShuffleIsTheSameWhateverTheOrderBefore(t *testing.T) {
	reasons := cohortOf(200)
	first := shuffled(reasons)
	slices.Reverse(reasons)
	if !slices.Equal(first, shuffled(reasons)) {
		t.Error("another order before makes another after")
	}
	together := 0
	for i := range first[1:] {
		if first[i].Attempt == first[i+1].Attempt {
			together++
		}
	}
	if together > 20 { // by chance it is 3 on average
		t.Errorf("%d of 200 follow another of the same attempt", together)
	}
}

func TestAFifthIsRatedTwiceAndTenAtLeast(t *testing.T) {
	for reasons, want := range map[int]int{0: 0, 4: 4, 10: 10, 50: 10, 51: 11, 1000: 200} {
		if got := len(doubled(cohortOf(reasons))); got != want {
			t.Errorf("of %d reasons %d are rated twice, want %d", reasons, got, want)
		}
	}
}

func TestAReasonThatJoinsKeepsTheOrderOfTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cohortOf(rapid.IntRange(2, 60).Draw(t, "reasons"))
		out := rapid.IntRange(0, len(all)-1).Draw(t, "the one that joins")
		before := shuffled(slices.Delete(slices.Clone(all), out, out+1))
		after := slices.DeleteFunc(shuffled(all), func(r Reason) bool { return r == all[out] })
		if !slices.Equal(before, after) {
			t.Error("the others have moved")
		}
	})
}
