package report

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/scenarios"
)

var noon = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

// shelf is a library of some versions.
type shelf []*library.Version

func (s shelf) Find(_ context.Context, ref library.Ref) (*library.Version, error) {
	i := slices.IndexFunc(s, func(v *library.Version) bool { return v.Ref == ref })
	if i < 0 {
		return nil, fault.New(fault.NotFound, "unknown_version", fault.Text{})
	}
	return s[i], nil
}

func version(t testing.TB, id string, folder fs.FS) *library.Version {
	t.Helper()
	archive, content, err := library.Pack(folder)
	if err != nil {
		t.Fatal(err)
	}
	v, err := library.Read(library.Record{Ref: library.Ref{ID: id, Version: 1}, Archive: archive, Content: content})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func shipped(t testing.TB) (all shelf) {
	t.Helper()
	for _, c := range scenarios.Cases() {
		all = append(all, version(t, c.ID, c.Folder))
	}
	return all
}

// chest is a case too large to be valued.
func chest(t testing.TB) *library.Version {
	t.Helper()
	var looks, texts strings.Builder
	for i := range 19 {
		fmt.Fprintf(&looks, "      l%d: {}\n", i)
		fmt.Fprintf(&texts, "### look: l%d | Look %d\nNothing.\n\n", i, i)
	}
	return version(t, "chest", fstest.MapFS{
		"scenario.yaml": {Data: []byte(`format: scenario/1
id: chest
rev: 1
lang: en
minutes: 5
level: 1
competencies: [canal]
value: {endings: {end: 1}}
start: room
nodes:
  room:
    kind: decision
    scored: false
    look:
` + looks.String() + `    choices:
      leave: {next: end}
  end: {kind: ending, tone: good}
`)},
		"text.en.md": {Data: []byte("# Chest\n\nA chest.\n\n## scene: room | Room\nHere.\n\n### ask\nWell?\n\n" + texts.String() +
			"### choice: leave | Leave\nYou go.\n#### result\nGone.\n\n## ending: end | End\nThe end.\n")},
	})
}

// played is an attempt that somebody plays at random at some minute, to its end or to so many steps, after which it is
// given up.
func played(t testing.TB, v *library.Version, chance *rand.Rand, minute, steps int) (attempt.Attempt, engine.History) {
	t.Helper()
	at := noon.Add(time.Duration(minute) * time.Minute)
	a := attempt.Attempt{
		ID: uuid.New(), Account: uuid.New(), Scenario: v.Ref, Lang: "en", Timing: attempt.Standard,
		Seed: strconv.FormatUint(chance.Uint64(), 36), StartedAt: at,
	}
	h, err := engine.Open(v.Scenario, engine.Dice{Seed: a.Seed})
	if err != nil {
		t.Fatal(err)
	}
	for h.End.State.Open(v.Scenario) && len(h.Moments) < steps {
		moves := h.End.State.Moves(v.Scenario, nil)
		if err := h.Go(v.Scenario, engine.Made{Move: moves[chance.IntN(len(moves))]}); err != nil {
			t.Fatal(err)
		}
		d := attempt.Decision{At: at}
		m := &h.Moments[len(h.Moments)-1]
		d.Tell(v.Scenario, m, m.Before.Offer(v.Scenario))
		a.Decisions = append(a.Decisions, d)
	}
	status := attempt.Completed
	if h.End.State.Open(v.Scenario) {
		status = attempt.Abandoned
	}
	if err := a.End(v, h, status, at); err != nil {
		t.Fatal(err)
	}
	return a, h
}

const forever = 1 << 20

// pages is a source of summaries that hands out so many at a time.
type pages struct {
	all  []attempt.Summary
	most int
	gone []uuid.UUID
}

// Forgotten tells of one at a time.
func (p *pages) Forgotten(_ context.Context, from int64) ([]uuid.UUID, int64, error) {
	to := min(from+1, int64(len(p.gone)))
	return p.gone[from:to], to, nil
}

func (p *pages) Summaries(_ context.Context, from string) ([]attempt.Summary, string, bool, error) {
	at, _ := strconv.Atoi(from)
	to := min(at+p.most, len(p.all))
	return p.all[at:to], strconv.Itoa(to), to < len(p.all), nil
}
