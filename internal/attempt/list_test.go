package attempt_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
)

func TestALongListIsReadInPages(t *testing.T) {
	d := sit(t, shouted)
	var begun []uuid.UUID
	for range attempt.MostListed + 5 {
		begun = slices.Insert(begun, 0, d.begin("client-toxique").Attempt.ID)
	}
	for _, most := range []int{7, 105, 1000} {
		var read []uuid.UUID
		pages, next := 0, uuid.Nil
		for pages == 0 || next != uuid.Nil {
			list, following, err := d.attempts.List(t.Context(), d.by, next, most)
			d.check(err)
			if len(list) == 0 || len(list) > min(most, attempt.MostListed) {
				t.Fatalf("a page of %d holds %d", most, len(list))
			}
			for _, l := range list {
				read = append(read, l.ID)
			}
			pages, next = pages+1, following
		}
		if want := (len(begun) + min(most, 100) - 1) / min(most, 100); pages != want || !slices.Equal(read, begun) {
			t.Errorf("in pages of %d, %d of %d attempts were read on %d pages, want %d", most, len(read), len(begun), pages, want)
		}
	}
}
