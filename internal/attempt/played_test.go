package attempt

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/scenarios"
)

var evening = time.Date(2026, 3, 2, 22, 47, 0, 0, time.UTC)

func version(t testing.TB, folder fs.FS) *library.Version {
	t.Helper()
	archive, content, err := library.Pack(folder)
	if err != nil {
		t.Fatal(err)
	}
	v, err := library.Read(library.Record{Ref: library.Ref{ID: "case", Version: 3}, Archive: archive, Content: content})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// shipped runs a test on each case that ships.
func shipped(t *testing.T, test func(t *testing.T, v *library.Version)) {
	t.Helper()
	for _, c := range scenarios.Cases() {
		t.Run(c.ID, func(t *testing.T) { test(t, version(t, c.Folder)) })
	}
}

func firstCase(t testing.TB) fs.FS {
	t.Helper()
	return scenarios.Cases()[0].Folder
}

// chest has so many drawers to look into that nobody can try every order: it is too large to be valued.
func chest(t testing.TB) *library.Version {
	t.Helper()
	var looks, texts strings.Builder
	for i := range 19 {
		fmt.Fprintf(&looks, "      l%d: {}\n", i)
		fmt.Fprintf(&texts, "### look: l%d | Look %d\nNothing.\n\n", i, i)
	}
	return version(t, fstest.MapFS{
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

// played is an attempt that somebody plays at random, to its end or to so many steps.
func played(t testing.TB, v *library.Version, chance *rand.Rand, steps int) *turn {
	t.Helper()
	at, err := begin(v, uuid.New(), uuid.New(), fmt.Sprint(chance.Uint64()), evening)
	if err != nil {
		t.Fatal(err)
	}
	for at.Status == InProgress && at.Step() < steps {
		moves := at.h.End.State.Moves(v.Scenario, nil)
		made := engine.Made{Move: moves[chance.IntN(len(moves))]}
		if at.node().OnTimeout >= 0 && chance.IntN(3) == 0 {
			made = engine.Made{TimedOut: true}
		}
		if err := at.record(made, Decision{}, at.EnteredAt().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	return &at
}

const forever = 1 << 20
