// Package report tells how attempts went: scores, endings, competencies and decisions, of one version of a case at a
// time. It counts summaries of ended attempts, which it keeps in memory as columns.
package report

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/library"
)

// Source keeps the summaries of attempts that have ended. They are never changed.
//
// Summaries reads some of those that were kept since a call before answered next; from is empty the first time. Each is
// read once, whichever program kept it and in whatever order; whatever was kept when the last of a run of calls began
// is read by then. more says that there may be some left.
type Source interface {
	Summaries(ctx context.Context, from string) (page []attempt.Summary, next string, more bool, err error)
}

// Library hands out published versions.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
}

// Service makes reports. It reads each summary once and answers from memory: some 60 bytes for an attempt of twelve
// steps.
type Service struct {
	source  Source
	library Library

	reading sync.Mutex // one reads at a time
	from    string

	mu       sync.RWMutex
	versions map[library.Ref]*columns
	cohorts  numbered[uuid.UUID]
}

// anyCohort is the number of uuid.Nil: of those who play alone, and in a filter of everybody.
const anyCohort = 0

// New makes a service. It reads when it is first asked.
func New(source Source, lib Library) *Service {
	s := &Service{source: source, library: lib, versions: map[library.Ref]*columns{}}
	s.cohorts.of(uuid.Nil)
	return s
}

// Filter picks attempts. The zero value picks all.
type Filter struct {
	Cohort   uuid.UUID
	From, To time.Time // those that ended at From or after, and before To; a zero time is no bound
}

// Report tells how the attempts of one version went, all of what was kept before it was asked for.
func (s *Service) Report(ctx context.Context, ref library.Ref, f Filter) (Report, error) {
	v, err := s.library.Find(ctx, ref)
	if err != nil {
		return Report{}, err
	}
	if err := s.Refresh(ctx); err != nil {
		return Report{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	c, known := s.versions[ref]
	cohort, met := s.cohorts.number[f.Cohort]
	if !known || !met {
		c = &columns{version: v}
	}
	return newReport(c, c.count(newSieve(f, cohort))), nil
}

// Versions lists the versions that somebody has ended an attempt of, as far as is read.
func (s *Service) Versions() []library.Ref {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var refs []library.Ref
	for ref := range s.versions {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, func(a, b library.Ref) int {
		if a.ID == b.ID {
			return a.Version - b.Version
		}
		return strings.Compare(a.ID, b.ID)
	})
	return refs
}

// Refresh reads what was kept since it was called last.
func (s *Service) Refresh(ctx context.Context) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	for more := true; more; {
		page, next, left, err := s.source.Summaries(ctx, s.from)
		if err != nil {
			return err
		}
		if err := s.add(ctx, page); err != nil {
			return err
		}
		s.from, more = next, left
	}
	return nil
}

// add keeps a page, or nothing of it.
func (s *Service) add(ctx context.Context, page []attempt.Summary) error {
	fresh := map[library.Ref]*columns{}
	for i := range page {
		ref := page[i].Scenario
		if s.versions[ref] != nil || fresh[ref] != nil { // nobody else adds to versions
			continue
		}
		v, err := s.library.Find(ctx, ref)
		if err != nil {
			return err
		}
		if fresh[ref], err = newColumns(v); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for ref, c := range fresh {
		s.versions[ref] = c
	}
	for i := range page {
		s.versions[page[i].Scenario].add(&page[i], s.cohorts.of(page[i].Cohort))
	}
	return nil
}
