// Package report tells how attempts went: how a cohort gets on, a case through its eyes, one person's work to their
// trainer, and to a trainee what the others chose. Reader does, from the summaries of one cohort. Service counts all
// attempts at a version, whoever made them.
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

// Source keeps the summaries of attempts that have ended. They are never changed, but for those that Forgotten tells of.
//
// Summaries reads some of those that were kept since a call before answered next; from is empty the first time. Each is
// read once, whichever program kept it and in whatever order; whatever was kept when the last of a run of calls began
// is read by then. more says that there may be some left.
//
// Forgotten answers, some at a time, whose summaries were erased or given to nobody since a call before answered next,
// 0 the first time; none when there are no more.
type Source interface {
	Summaries(ctx context.Context, from string) (page []attempt.Summary, next string, more bool, err error)
	Forgotten(ctx context.Context, from int64) (gone []uuid.UUID, next int64, err error)
}

// Library hands out published versions.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
}

// Service makes reports of all attempts at a version, for millions of them: it reads each summary once, keeps it as
// columns, some 60 bytes for an attempt of twelve steps, and answers from memory. No page asks for that: a cohort is
// small enough to be read when it is looked at. So the server starts none; `make bench` holds it to its goals.
type Service struct {
	source  Source
	library Library

	reading   sync.Mutex // one reads at a time
	forgotten int64

	mu sync.RWMutex
	*memory
}

// memory is what was read.
type memory struct {
	from     string // how far
	versions map[library.Ref]*columns
	cohorts  numbered[uuid.UUID]
}

func newMemory() *memory {
	m := &memory{versions: map[library.Ref]*columns{}}
	m.cohorts.of(uuid.Nil)
	return m
}

// anyCohort is the number of uuid.Nil: of those who play alone, and in a filter of everybody.
const anyCohort = 0

// New makes a service. It reads when it is first asked.
func New(source Source, lib Library) *Service {
	return &Service{source: source, library: lib, memory: newMemory()}
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

// Refresh reads what was kept since it was called last; all of it again, when any of it was erased since.
func (s *Service) Refresh(ctx context.Context) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	erased, now, err := s.erased(ctx)
	if err != nil {
		return err
	}
	into := s.memory // nobody else replaces it
	if erased && into.from != "" {
		into = newMemory()
	}
	if err := s.read(ctx, into); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.memory, s.forgotten = into, now
	return nil
}

// erased reports whether any of what was kept has been erased, and up to where that was looked for.
func (s *Service) erased(ctx context.Context) (some bool, now int64, err error) {
	for now = s.forgotten; ; some = true {
		gone, next, err := s.source.Forgotten(ctx, now)
		if err != nil || len(gone) == 0 {
			return some, now, err
		}
		now = next
	}
}

func (s *Service) read(ctx context.Context, into *memory) error {
	for more := true; more; {
		page, next, left, err := s.source.Summaries(ctx, into.from)
		if err != nil {
			return err
		}
		if err := s.add(ctx, into, page); err != nil {
			return err
		}
		into.from, more = next, left
	}
	return nil
}

// add keeps a page, or nothing of it.
func (s *Service) add(ctx context.Context, into *memory, page []attempt.Summary) error {
	fresh := map[library.Ref]*columns{}
	for i := range page {
		ref := page[i].Scenario
		if into.versions[ref] != nil || fresh[ref] != nil { // nobody else adds to versions
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
		into.versions[ref] = c
	}
	for i := range page {
		into.versions[page[i].Scenario].add(&page[i], into.cohorts.of(page[i].Cohort))
	}
	return nil
}
