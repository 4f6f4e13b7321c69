package report

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/cohort"
)

// spread is an office of more people than a listing reads at a time, of whom some have played.
func spread(t *testing.T, post cohort.Post) (o *office, first uuid.UUID) {
	t.Helper()
	v, w := two(t, "one"), two(t, "other")
	o = newOffice(post, v, w)
	first, second := o.assign(v), o.assign(w)
	for i := range listedPage + 10 {
		person := o.join(fmt.Sprintf("Person %03d", (i*7)%(listedPage+10)))
		switch i % 10 {
		case 1:
			o.does(t, person, first, 0, 3, "a", "p", "x")
			o.does(t, person, second, 1, 1, "c", "p", "y")
		case 2:
			o.does(t, person, second, 2, 2, "c", "p", "x")
		case 3:
			o.does(t, person, first, 1, 2, "a")
		}
	}
	o.assign(v)
	o.roll.Assignments[2].WithdrawnAt = noon.Add(time.Hour) // nobody has begun it
	return o, first
}

// listed goes through a listing.
func (o *office) listed(t *testing.T, p Pick) (sum Progress, rows []Row) {
	t.Helper()
	l, err := o.reader().Listing(t.Context(), somebody, o.roll.Cohort.ID, p)
	if err != nil {
		t.Fatal(err)
	}
	if sum, err = l.Sum(t.Context()); err != nil {
		t.Fatal(err)
	}
	for row, err := range l.Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, *row)
	}
	return sum, rows
}

func TestAListingTellsWhatThePageDoes(t *testing.T) {
	o, first := spread(t, cohort.Trainer)
	for what, p := range map[string]Pick{
		"everything": {}, "a case": {Assignment: first}, "a state": {State: Finished}, "a case and a state": {Assignment: first, State: Stuck},
		"a competency": {Competency: "canal"}, "none": {Competency: "nothing"}, "a name": {Search: "person 00"}, "help": {Help: true},
	} {
		want := o.progress(t, p)
		sum, rows := o.listed(t, p)
		if len(want.People) == 0 || !reflect.DeepEqual(rows, want.People) {
			t.Errorf("%s: %d people are listed, the page has %d", what, len(rows), len(want.People))
		}
		want.People, want.Growth, want.Brief = nil, nil, nil
		if !reflect.DeepEqual(sum, want) {
			t.Errorf("%s: a listing comes to\n%+v\nthe page to\n%+v", what, sum, want)
		}
	}
}

func TestAListingIsReadSomePeopleAtATimeAndNoMoreThanAreAskedFor(t *testing.T) {
	o, _ := spread(t, cohort.Trainer)
	l, err := o.reader().Listing(t.Context(), somebody, o.roll.Cohort.ID, Pick{})
	if err != nil {
		t.Fatal(err)
	}
	for _, most := range []struct{ people, pages int }{{1, 1}, {listedPage, 1}, {listedPage + 1, 2}, {2 * listedPage, 2}} {
		o.pages = 0
		people := 0
		for _, err := range l.Rows(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if people++; people == most.people {
				break
			}
		}
		if o.pages != most.pages {
			t.Errorf("%d pages were read for %d people, want %d", o.pages, most.people, most.pages)
		}
	}
}

func TestAListingPassesOverWhatBeganAfterItAsAnotherVersion(t *testing.T) {
	o, _ := spread(t, cohort.Trainer)
	l, err := o.reader().Listing(t.Context(), somebody, o.roll.Cohort.ID, Pick{})
	if err != nil {
		t.Fatal(err)
	}
	third := two(t, "third")
	o.shelf = append(o.shelf, third)
	o.does(t, o.roll.Members[0].Account, o.assign(third), 3, 1, "a", "p", "x")
	people := 0
	for row, err := range l.Rows(t.Context()) {
		if err != nil || len(row.Standings) != 2 {
			t.Fatalf("%+v, %v", row, err)
		}
		people++
	}
	if people != len(o.roll.Members) {
		t.Errorf("%d people are listed, of %d", people, len(o.roll.Members))
	}
}

func TestAManagersListingIsTheirPageAndNamesNobody(t *testing.T) {
	o, first := spread(t, cohort.Manager)
	for _, p := range []Pick{{}, {Assignment: first}, {Search: "person 00"}} {
		sum, rows := o.listed(t, p)
		if want := o.progress(t, p); !reflect.DeepEqual(sum, want) || rows != nil || o.pages != 0 {
			t.Errorf("a manager is told\n%+v\nand %d people, the page tells\n%+v", sum, len(rows), want)
		}
	}
}
