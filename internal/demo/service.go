package demo

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/solve"
)

// There is what a database holds of the demonstration.
type There struct {
	Cohort           uuid.UUID // uuid.Nil when there is none
	People, Attempts int
	Post             cohort.Post // of whoever asks; empty for none
}

// Store keeps the demonstration. by is who acts, uuid.Nil for the program.
//
// AddDemo keeps a group, all of it or nothing, and makes whoever acts a trainer of it; while there is one it is a fault
// of kind Conflict. RemoveDemo removes all that was made up. ViewDemoAs gives whoever acts a post in it.
type Store interface {
	AddDemo(ctx context.Context, by uuid.UUID, g *Group) error
	RemoveDemo(ctx context.Context, by uuid.UUID) error
	Demo(ctx context.Context, by uuid.UUID) (There, error)
	ViewDemoAs(ctx context.Context, by uuid.UUID, post cohort.Post) error
}

// Library lists the cases that can be begun.
type Library interface {
	List(ctx context.Context) ([]*library.Version, error)
}

// Service shows, to admins, what a cohort looks like.
type Service struct {
	store   Store
	library Library
	now     func() time.Time
}

// NewService makes a service; now answers in UTC.
func NewService(store Store, lib Library, now func() time.Time) *Service {
	return &Service{store, lib, now}
}

// Find tells whether the demonstration is there.
func (s *Service) Find(ctx context.Context, by account.Account) (There, error) {
	if err := adminsOnly(by); err != nil {
		return There{}, err
	}
	return s.store.Demo(ctx, by.ID)
}

// mostCases is how many cases the cohort is given.
const mostCases = 5

// Add makes the demonstration up, as of now.
func (s *Service) Add(ctx context.Context, by account.Account, lang string) (There, error) {
	if err := adminsOnly(by); err != nil {
		return There{}, err
	}
	versions, err := s.library.List(ctx)
	if err != nil {
		return There{}, err
	}
	var cases []*Case
	for _, v := range versions {
		c, err := NewCase(v)
		var flaw *solve.Flaw
		switch {
		case errors.As(err, &flaw): // it cannot be told who would play it how
		case err != nil:
			return There{}, err
		default:
			cases = append(cases, c)
		}
	}
	if len(cases) == 0 {
		return There{}, fault.New(fault.Invalid, "no_case", fault.Text{
			FR: "Il n’y a pas de cas à faire jouer. Publiez-en un, puis réessayez.",
			EN: "There is no case to play. Publish one, then try again.",
		})
	}
	g, err := NewGroup(lang, uint64(s.now().UnixNano()), s.now(), cases[:min(mostCases, len(cases))])
	if err == nil {
		err = s.store.AddDemo(ctx, by.ID, &g)
	}
	if err != nil {
		return There{}, err
	}
	return s.store.Demo(ctx, by.ID)
}

// Remove removes all that was made up.
func (s *Service) Remove(ctx context.Context, by account.Account) error {
	if err := adminsOnly(by); err != nil {
		return err
	}
	return s.store.RemoveDemo(ctx, by.ID)
}

// ViewAs lets an admin look at the demonstration as its trainer or as its manager.
func (s *Service) ViewAs(ctx context.Context, by account.Account, post cohort.Post) (There, error) {
	if err := adminsOnly(by); err != nil {
		return There{}, err
	}
	if err := s.store.ViewDemoAs(ctx, by.ID, post); err != nil {
		return There{}, err
	}
	return s.store.Demo(ctx, by.ID)
}

func adminsOnly(by account.Account) error {
	_, err := account.Everybody(by)
	return err
}
