package personal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/library"
)

// MostEntries is how many entries of the trail a page holds at most.
const MostEntries = 100

// Filter picks entries of the audit trail: those that come before one, unless it is 0, and so many at most.
type Filter struct {
	Actor    string   // empty for anybody's
	NotBy    string   // whose are left out
	Subjects []string // empty for all
	Before   int64
	Most     int
}

// Name is what something is called: a person's name or address, a cohort's name, or the case that an attempt is of.
type Name struct {
	Text     string
	Scenario library.Ref // of an attempt
}

// Named is who or what an entry speaks of, with its name as of now.
type Named struct {
	Kind, ID, Name string
	Gone           bool // it was there once
}

// Told is an entry of the trail for somebody to read.
type Told struct {
	Seq            int64
	At             time.Time
	Action         audit.Action
	Actor, Subject Named
	Details        []Detail
}

// Detail is one of an entry's.
type Detail struct{ Name, Value string }

// Sightings tells somebody what others did about them or their assigned attempts, the last first: looked at their work,
// above all. next is what the following page comes before, 0 on the last.
func (s *Service) Sightings(ctx context.Context, by account.Account, lang string, before int64, most int) ([]Told, int64, error) {
	subjects := []string{subject("account", by.ID)}
	page, err := s.store.Attempts(ctx, by.ID, uuid.Nil, mostSubjects)
	if err != nil {
		return nil, 0, err
	}
	for i := range page {
		if page[i].Under.Cohort != uuid.Nil {
			subjects = append(subjects, subject("attempt", page[i].ID))
		}
	}
	told, next, err := s.page(ctx, lang, Filter{NotBy: by.ID.String(), Subjects: subjects, Before: before, Most: most})
	for i := range told {
		told[i].Details = nil // of others, some of them
	}
	return told, next, err
}

// mostSubjects is how many of somebody's last attempts are looked for in the trail.
const mostSubjects = 500

// Audit tells an admin what was done to the installation: by an account unless actor is uuid.Nil, to something
// unless of is.
func (s *Service) Audit(ctx context.Context, by account.Account, lang string, actor, of uuid.UUID, before int64, most int) ([]Told, int64, error) {
	if err := adminsOnly(by); err != nil {
		return nil, 0, err
	}
	f := Filter{Before: before, Most: most}
	if actor != uuid.Nil {
		f.Actor = actor.String()
	}
	if of != uuid.Nil {
		for _, kind := range []string{"account", "cohort", "attempt", "assignment"} {
			f.Subjects = append(f.Subjects, subject(kind, of))
		}
	}
	return s.page(ctx, lang, f)
}

func subject(kind string, id uuid.UUID) string { return kind + "/" + id.String() }

func (s *Service) page(ctx context.Context, lang string, f Filter) ([]Told, int64, error) {
	most := min(max(1, f.Most), MostEntries)
	f.Most = most + 1
	entries, err := s.store.Entries(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	var next int64
	if len(entries) > most {
		entries = entries[:most]
		next = entries[most-1].Seq
	}
	names, err := s.store.Names(ctx, idsIn(entries))
	if err != nil {
		return nil, 0, err
	}
	list := make([]Told, len(entries))
	for i, e := range entries {
		if list[i], err = s.told(ctx, lang, e, names); err != nil {
			return nil, 0, err
		}
	}
	return list, next, nil
}

// idsIn are the ids that entries speak of.
func idsIn(entries []audit.Entry) (ids []uuid.UUID) {
	for _, e := range entries {
		_, of, _ := strings.Cut(e.Subject, "/")
		for _, text := range append([]string{e.Actor, of}, values(e)...) {
			if id, err := uuid.Parse(text); err == nil && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func values(e audit.Entry) (list []string) {
	for _, d := range details(e) {
		list = append(list, d.Value)
	}
	return list
}

// details takes the object of an entry apart, by name.
func details(e audit.Entry) (list []Detail) {
	var all map[string]any
	if json.Unmarshal([]byte(e.Details), &all) != nil {
		return nil
	}
	for name, value := range all {
		list = append(list, Detail{name, fmt.Sprint(value)})
	}
	slices.SortFunc(list, func(a, b Detail) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func (s *Service) told(ctx context.Context, lang string, e audit.Entry, names map[uuid.UUID]Name) (t Told, err error) {
	if t.At, err = time.Parse(audit.Layout, e.At); err != nil {
		return t, fmt.Errorf("entry %d of the trail: %w", e.Seq, err)
	}
	t.Seq, t.Action = e.Seq, e.Action
	kind, id := "account", e.Actor
	if e.Actor == audit.Program {
		kind, id = audit.Program, ""
	}
	if t.Actor, err = s.named(ctx, lang, kind, id, names); err != nil {
		return t, err
	}
	kind, id, _ = strings.Cut(e.Subject, "/")
	if t.Subject, err = s.named(ctx, lang, kind, id, names); err != nil {
		return t, err
	}
	for _, d := range details(e) {
		if id, err := uuid.Parse(d.Value); err == nil && names[id].Text != "" {
			d.Value = names[id].Text
		}
		t.Details = append(t.Details, d)
	}
	return t, nil
}

// mortal are the kinds of what may be gone.
var mortal = []string{"account", "cohort", "attempt"}

func (s *Service) named(ctx context.Context, lang, kind, id string, names map[uuid.UUID]Name) (Named, error) {
	n := Named{Kind: kind, ID: id}
	of, err := uuid.Parse(id)
	if err != nil {
		return n, nil //nolint:nilerr // such as a version's: it says itself what it is
	}
	name, there := names[of]
	n.Name, n.Gone = name.Text, !there && slices.Contains(mortal, kind)
	if name.Scenario == (library.Ref{}) {
		return n, nil
	}
	v, err := s.library.Find(ctx, name.Scenario)
	if err == nil {
		n.Name = v.Scenario.Text(lang).Title
	}
	return n, err
}
