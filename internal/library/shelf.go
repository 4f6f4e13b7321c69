package library

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Entry is what is known of a version without opening it.
type Entry struct {
	Ref
	By          uuid.UUID // the account that published it; uuid.Nil for the program
	Content     string
	PublishedAt time.Time
	Newest      bool      // of its scenario
	RetiredAt   time.Time // of its scenario; zero while it is offered
}

// Retired reports whether the scenario is no longer offered. Attempts under way go on.
func (e Entry) Retired() bool { return !e.RetiredAt.IsZero() }

// Shelf is all that has been published, by scenario, the oldest version first. Nobody writes to it.
type Shelf []Entry

// Newest finds the newest version of a scenario, be it retired.
func (s Shelf) Newest(id string) (Entry, bool) {
	for _, e := range s {
		if e.ID == id && e.Newest {
			return e, true
		}
	}
	return Entry{}, false
}

// Of lists the versions of a scenario, the oldest first.
func (s Shelf) Of(id string) Shelf {
	var list Shelf
	for _, e := range s {
		if e.ID == id {
			list = append(list, e)
		}
	}
	return list
}

// Edition is a version as a list of cases shows it.
type Edition struct {
	Entry
	Titles         map[string]string // by language
	Langs          []string          // the source language first
	Minutes, Level int
}

// Versions lists all versions, those of retired scenarios too, by scenario, the oldest first.
func (s *Service) Versions(ctx context.Context) ([]Edition, error) {
	shelf, err := s.store.Shelf(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]Edition, len(shelf))
	for i, e := range shelf {
		if list[i], err = s.edition(ctx, e); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Assignable lists the versions that can be given to a cohort: all but those of retired scenarios.
func (s *Service) Assignable(ctx context.Context) ([]Edition, error) {
	all, err := s.Versions(ctx)
	if err != nil {
		return nil, err
	}
	list := []Edition{}
	for _, e := range all {
		if !e.Retired() {
			list = append(list, e)
		}
	}
	return list, nil
}

// edition opens a version for its cover, once: it never changes. Old versions are not kept open for it.
func (s *Service) edition(ctx context.Context, e Entry) (Edition, error) {
	s.mu.RLock()
	known, ok := s.covers[e.Ref]
	s.mu.RUnlock()
	if ok {
		known.Entry = e
		return known, nil
	}
	v, ok := s.Loaded(e.Ref)
	if !ok {
		r, err := s.store.Version(ctx, e.Ref)
		if err != nil {
			return Edition{}, err
		}
		if v, err = Read(r); err != nil {
			return Edition{}, err
		}
	}
	sc := v.Scenario
	known = Edition{Entry: e, Titles: map[string]string{}, Langs: sc.Langs(), Minutes: sc.Minutes, Level: sc.Level}
	for _, lang := range known.Langs {
		known.Titles[lang] = sc.Text(lang).Title
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.covers[e.Ref] = known
	return known, nil
}
