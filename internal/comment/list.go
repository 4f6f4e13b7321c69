package comment

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
)

// State says which reasons are asked for.
type State string

// The states.
const (
	ToRate State = "unrated" // that wait for a rating of the caller's
	Mine   State = "mine"    // that the caller has rated
	Apart  State = "apart"   // that the caller has rated, far from another
	All    State = "all"
)

// Asked is what a page of reasons is to hold.
type Asked struct {
	State    State
	Scenario string // of one case; empty is of all
	After    string // what the page before said
	Most     int    // 1 and up
}

// Given is a reason with all that its rater needs.
type Given struct {
	Reason
	attempt.Retold
	Twice    bool // whether two trainers are to rate it
	Raters   int
	Comments []Comment // one's own; once it rates, the others' too
}

// Page is some of the reasons of a cohort.
type Page struct {
	Total, ToRate int // whatever was asked for
	Given         []Given
	Next          string // empty on the last
}

// desk is the reasons of a cohort and their ratings, as one rater sees them.
type desk struct {
	rater   uuid.UUID
	reasons []Reason // shuffled
	ratings map[Place][]Rating
	twice   map[Place]bool
}

func (s *Service) desk(ctx context.Context, by account.Account, of uuid.UUID) (desk, error) {
	reasons, ratings, err := s.store.Reasons(ctx, cohort.People(by), of)
	if err != nil {
		return desk{}, err
	}
	d := desk{by.ID, shuffled(reasons), map[Place][]Rating{}, doubled(reasons)}
	for _, r := range ratings {
		d.ratings[r.Place] = append(d.ratings[r.Place], r)
	}
	return d, nil
}

// is reports whether a reason is in a state.
func (d *desk) is(r Reason, state State) bool {
	ratings := d.ratings[r.Place]
	mine := slices.ContainsFunc(ratings, func(one Rating) bool { return one.Rater == d.rater })
	switch state {
	case Mine:
		return mine
	case Apart:
		return mine && apart(ratings)
	case ToRate:
		enough := 1
		if d.twice[r.Place] {
			enough = 2
		}
		return !mine && len(ratings) < enough
	default:
		return true
	}
}

// List lists the reasons of a cohort, a page at a time.
func (s *Service) List(ctx context.Context, by account.Account, of uuid.UUID, asked Asked) (Page, error) {
	d, err := s.desk(ctx, by, of)
	if err != nil {
		return Page{}, err
	}
	page := Page{Total: len(d.reasons), Given: []Given{}}
	for _, r := range d.reasons {
		if d.is(r, ToRate) {
			page.ToRate++
		}
		if cursor(r.Place) <= asked.After || asked.Scenario != "" && r.Scenario.ID != asked.Scenario || !d.is(r, asked.State) {
			continue
		}
		if n := len(page.Given); n == asked.Most {
			page.Next = cursor(page.Given[n-1].Place)
			continue
		}
		if n := len(page.Given); n < asked.Most {
			page.Given = append(page.Given, Given{Reason: r, Twice: d.twice[r.Place], Raters: len(d.ratings[r.Place])})
		}
	}
	for i := range page.Given {
		if err := s.fill(ctx, by, of, &page.Given[i], d.twice); err != nil {
			return Page{}, err
		}
	}
	return page, nil
}

// fill adds what was before the eyes of whoever gave a reason, and what is said to it.
func (s *Service) fill(ctx context.Context, by account.Account, of uuid.UUID, g *Given, twice map[Place]bool) error {
	a, err := s.store.AttemptUnder(ctx, cohort.People(by), of, g.Attempt)
	if err != nil {
		return err
	}
	if g.Retold, err = s.attempts.Retell(ctx, a, g.Step); err != nil {
		return err
	}
	list, err := s.store.CommentsUnder(ctx, cohort.People(by), of, g.Attempt)
	if err != nil {
		return err
	}
	for _, c := range seen(list, by.ID, twice) {
		if c.Step == g.Step {
			g.Comments = append(g.Comments, c)
		}
	}
	return nil
}
