// Package library holds the scenarios: drafts that are worked on, and published versions that never change.
package library

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Ref names one version of a scenario. What it names never changes.
type Ref struct {
	ID      string
	Version int // 1 and up
}

// Record is a version as stored: the folder's files, packed, and what identifies them.
type Record struct {
	Ref
	By          uuid.UUID // the account that published it; uuid.Nil for the program
	Archive     []byte    // see Pack
	Content     string    // hex SHA-256 of Archive
	PublishedAt time.Time
}

// Version is a published version, parsed.
type Version struct {
	Ref
	Scenario    *scenario.Scenario
	PublishedAt time.Time
	solve       func() (*solve.Solution, error)
}

// Solution is the exact value of every reachable state, worked out at first need.
func (v *Version) Solution() (*solve.Solution, error) { return v.solve() }

// Store keeps versions.
//
// AddVersion numbers the record after the newest version of its scenario, in one transaction, and stores nothing when
// that newest version has the same content; it returns the reference and whether it is new. What the program publishes
// never takes the place of what a person has published: it then answers the newest version. A person's record says
// which number it is to have: where another comes next, that is a fault of kind Conflict.
//
// Version answers a fault of kind NotFound for a reference it does not hold. Shelf lists all versions by scenario, the
// oldest first.
type Store interface {
	AddVersion(ctx context.Context, r Record) (ref Ref, added bool, err error)
	Version(ctx context.Context, ref Ref) (Record, error)
	Shelf(ctx context.Context) (Shelf, error)
}

// Service hands published scenarios out, and publishes those of the program.
type Service struct {
	store     Store
	registers *scenario.Registers
	now       func() time.Time

	mu     sync.RWMutex
	loaded map[Ref]*Version
	covers map[Ref]Edition
}

// New makes a service over the registers that scenarios cite; now answers in UTC.
func New(store Store, registers *scenario.Registers, now func() time.Time) *Service {
	return &Service{store: store, registers: registers, now: now, loaded: map[Ref]*Version{}, covers: map[Ref]Edition{}}
}

// Registers are the competencies, sources and teaching points that scenarios cite.
func (s *Service) Registers() *scenario.Registers { return s.registers }

// Find returns a published version, be it retired.
func (s *Service) Find(ctx context.Context, ref Ref) (*Version, error) {
	if v, ok := s.Loaded(ref); ok {
		return v, nil
	}
	r, err := s.store.Version(ctx, ref)
	if err != nil {
		return nil, err
	}
	v, err := Read(r)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if first, ok := s.loaded[ref]; ok {
		return first, nil
	}
	s.loaded[ref] = v
	go func() { _, _ = v.Solution() }() // whoever asks for it must not wait, and hears of its error
	return v, nil
}

// Loaded returns a version that was found before.
func (s *Service) Loaded(ref Ref) (*Version, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.loaded[ref]
	return v, ok
}

// Newest returns the newest version of a scenario that is not retired.
func (s *Service) Newest(ctx context.Context, id string) (*Version, error) {
	shelf, err := s.store.Shelf(ctx)
	if err != nil {
		return nil, err
	}
	newest, found := shelf.Newest(id)
	switch {
	case !found:
		return nil, unknownScenario(id)
	case newest.Retired():
		return nil, fault.New(fault.NotFound, "retired_scenario", fault.Text{
			FR: "Le cas « %s » a été retiré : une nouvelle partie ne peut plus commencer. La liste des cas est sur la page d’accueil.",
			EN: "The case “%s” has been retired: it can no longer be begun. The home page lists the cases.",
		}, id)
	}
	return s.Find(ctx, newest.Ref)
}

func unknownScenario(id string) error {
	return fault.New(fault.NotFound, "unknown_scenario", fault.Text{
		FR: "Il n’y a pas de cas « %s ». La liste des cas est sur la page d’accueil.",
		EN: "There is no case “%s”. The home page lists the cases.",
	}, id)
}

// List returns the newest version of every scenario that is not retired, easiest first, then by id.
func (s *Service) List(ctx context.Context) ([]*Version, error) {
	shelf, err := s.store.Shelf(ctx)
	if err != nil {
		return nil, err
	}
	var list []*Version
	for _, e := range shelf {
		if !e.Newest || e.Retired() {
			continue
		}
		v, err := s.Find(ctx, e.Ref)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b *Version) int {
		if d := a.Scenario.Level - b.Scenario.Level; d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list, nil
}

// Read parses a stored version. The registers are not asked: a version stays playable when they lose an entry.
func Read(r Record) (*Version, error) {
	folder, err := Unpack(r.Archive)
	if err != nil {
		return nil, fmt.Errorf("unpack %s version %d: %w", r.ID, r.Version, err)
	}
	sc, issues := scenario.Parse(folder, nil)
	if sc == nil {
		return nil, fmt.Errorf("parse %s version %d: %w", r.ID, r.Version, &BrokenError{Issues: issues})
	}
	return &Version{Ref: r.Ref, Scenario: sc, PublishedAt: r.PublishedAt, solve: sync.OnceValues(func() (*solve.Solution, error) {
		return solve.Solve(sc, solve.DefaultLimit)
	})}, nil
}
