package attempt_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/store"
)

// desk is somebody at work on a real database, with a clock of the test's.
type desk struct {
	*testing.T
	attempts *attempt.Service
	library  *library.Service
	store    *store.Store
	by       account.Account
	clock    time.Time
}

func sit(t *testing.T, folders ...string) *desk {
	t.Helper()
	d := &desk{T: t, clock: time.Date(2026, 3, 2, 22, 47, 0, 0, time.UTC)}
	now := func() time.Time { return d.clock }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now})
	d.check(err)
	t.Cleanup(func() { d.check(st.Close()) })
	_, err = st.Migrate(t.Context())
	d.check(err)
	regs, issues := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	if regs == nil {
		t.Fatal(issues.In("en"))
	}
	d.store, d.library = st, library.New(st, regs, now)
	d.attempts = attempt.New(st, d.library, now)
	for _, f := range folders {
		_, _, err := d.library.Publish(t.Context(), os.DirFS(f))
		d.check(err)
	}
	d.by = d.somebody()
	return d
}

const (
	shouted  = "../../scenarios/client-toxique"
	workshop = "../scenario/testdata/workshop"
)

func (d *desk) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) somebody() account.Account {
	d.Helper()
	a, err := account.New(d.store, func() time.Time { return d.clock }).OpenGuest(d.Context())
	d.check(err)
	return a
}

func (d *desk) begin(id string) attempt.View {
	d.Helper()
	v, err := d.attempts.Begin(d.Context(), d.by, id, "en", attempt.Standard)
	d.check(err)
	return v
}

// make plays moves in a row; it stops early at an ending.
func (d *desk) make(v attempt.View, moves ...string) attempt.View {
	d.Helper()
	for _, m := range moves {
		next, err := d.attempts.Make(d.Context(), d.by, v.Attempt.ID, attempt.Move{Step: v.Attempt.Step(), Move: m, Rationale: "because " + m})
		if err != nil {
			d.Fatalf("%s at %s: %v", m, v.Node.ID, err)
		}
		v = next
	}
	return v
}

// finish plays on with the first choice shown until the end.
func (d *desk) finish(v attempt.View) attempt.View {
	d.Helper()
	for !v.Node.Ending {
		v = d.make(v, v.Choices[0].ID)
	}
	return v
}

// refused checks a refusal and returns what its answer carries.
func (d *desk) refused(err error, kind fault.Kind, code string) map[string]any {
	d.Helper()
	f, ok := fault.From(err)
	if !ok || f.Kind != kind || f.Code != code {
		d.Fatalf("got %v, want a fault %s", err, code)
	}
	return f.Extra
}

func TestAnAttemptIsPlayedToItsEnding(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	if v.Node.ID != "signal" || len(v.Choices) != 3 || len(v.Looks) != 3 || v.Attempt.Step() != 0 {
		t.Fatalf("begins at %s with %d choices, %d looks", v.Node.ID, len(v.Choices), len(v.Looks))
	}
	v = d.make(v, "?carnet")
	if v.Node.ID != "signal" || len(v.Exhibits) != 2 || v.Exhibits[1].Step != 1 {
		t.Errorf("after a look: at %s with exhibits %+v", v.Node.ID, v.Exhibits)
	}
	if len(v.Passage) != 1 || v.Passage[0].Kind != attempt.LookBeat || v.Gauges[0].Change != -15 {
		t.Errorf("after a look: passage %+v, gauges %+v", v.Passage, v.Gauges)
	}
	v = d.make(v, "appeler")
	if v.Node.ID != "appel" || v.Passage[0].Kind != attempt.ResultBeat || len(v.Choices) != 4 {
		t.Errorf("after a choice: at %s, passage %+v, %d choices", v.Node.ID, v.Passage, len(v.Choices))
	}
	v = d.finish(d.make(v, "nommer"))
	if v.Attempt.Status != attempt.Completed || v.Attempt.EndedAt.IsZero() || len(v.Choices) != 0 {
		t.Errorf("at the end: %s, ended %v, %d choices", v.Attempt.Status, v.Attempt.EndedAt, len(v.Choices))
	}
	list, err := d.attempts.List(t.Context(), d.by)
	d.check(err)
	if len(list) != 1 || list[0].Step != v.Attempt.Step() || list[0].Where != v.Node.Title {
		t.Errorf("listed as %+v", list)
	}
}

func TestAStaleStepIsToldWhereTheAttemptStands(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	d.make(v, "attendre")
	_, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, attempt.Move{Step: 0, Move: "appeler"})
	if told := d.refused(err, fault.Conflict, "stale_step"); told["step"] != 1 {
		t.Errorf("told %v, want step 1", told)
	}
}

func TestARetryIsAnsweredAsTheFirstWas(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	m := attempt.Move{Step: 0, Move: "appeler", Key: "a-key-of-mine"}
	first, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, m)
	d.check(err)
	d.make(first, "nommer-vague")
	again, err := d.attempts.Make(t.Context(), d.by, v.Attempt.ID, m)
	d.check(err)
	if again.Attempt.Step() != 1 || again.Node.ID != first.Node.ID || len(again.Choices) != len(first.Choices) {
		t.Errorf("answered step %d at %s, want %d at %s", again.Attempt.Step(), again.Node.ID, 1, first.Node.ID)
	}
	m.Key = "another-key"
	_, err = d.attempts.Make(t.Context(), d.by, v.Attempt.ID, m)
	d.refused(err, fault.Conflict, "stale_step")
}

func TestAnothersAttemptDoesNotExist(t *testing.T) {
	d := sit(t, shouted)
	v := d.finish(d.begin("client-toxique"))
	other, id, ctx := d.somebody(), v.Attempt.ID, t.Context()
	calls := map[string]func() error{
		"find":       func() error { _, err := d.attempts.Find(ctx, other, id); return err },
		"make":       func() error { _, err := d.attempts.Make(ctx, other, id, attempt.Move{Move: "appeler"}); return err },
		"timer":      func() error { _, err := d.attempts.StartTimer(ctx, other, id, 0); return err },
		"time out":   func() error { _, err := d.attempts.TimeOut(ctx, other, id, 0); return err },
		"settings":   func() error { _, err := d.attempts.ChangeSettings(ctx, other, id, "fr", ""); return err },
		"abandon":    func() error { _, err := d.attempts.Abandon(ctx, other, id, 0); return err },
		"draft":      func() error { _, err := d.attempts.SaveDraft(ctx, other, id, attempt.Draft{}); return err },
		"media":      func() error { _, err := d.attempts.Media(ctx, other, id, "x.png"); return err },
		"debrief":    func() error { _, err := d.attempts.Debrief(ctx, other, id); return err },
		"reflection": func() error { _, err := d.attempts.Reflect(ctx, other, id, attempt.Reflection{}); return err },
		"what if":    func() error { _, err := d.attempts.WhatIf(ctx, other, id, 0, "appeler"); return err },
	}
	for name, call := range calls {
		if err := call(); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v, want not found", name, err)
		}
	}
	if list, err := d.attempts.List(ctx, other); err != nil || len(list) != 0 {
		t.Errorf("listed %v, %v", list, err)
	}
}

func TestSilenceDecidesOnceTheTimeIsUp(t *testing.T) {
	d := sit(t, shouted)
	v := d.make(d.begin("client-toxique"), "appeler")
	if v.Node.Timer == nil || v.Node.Timer.Allowed != 90*time.Second || v.Node.Timer.Running {
		t.Fatalf("timer %+v, want 90 s, not running", v.Node.Timer)
	}
	v, err := d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	d.clock = d.clock.Add(60 * time.Second)
	v, err = d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	if v.Node.Timer.Left != 30*time.Second {
		t.Errorf("%v left, want 30 s: starting again must not wind the clock", v.Node.Timer.Left)
	}
	_, err = d.attempts.TimeOut(t.Context(), d.by, v.Attempt.ID, 1)
	d.refused(err, fault.Conflict, "time_is_left")
	_, err = d.attempts.SaveDraft(t.Context(), d.by, v.Attempt.ID, attempt.Draft{Step: 1, Rationale: "I was about to say"})
	d.check(err)
	d.clock = d.clock.Add(40 * time.Second)
	_, err = d.attempts.Make(t.Context(), d.by, v.Attempt.ID, attempt.Move{Step: 1, Move: "ultimatum"})
	d.refused(err, fault.Conflict, "time_is_up")
	v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID)
	d.check(err)
	last := v.Attempt.Decisions[1]
	if v.Node.ID != "braque" || !last.TimedOut || last.Move != "encaisser" || last.Rationale != "I was about to say" {
		t.Errorf("at %s after %+v, want silence to have chosen, and the draft kept", v.Node.ID, last)
	}
	if v.Passage[0].Kind != attempt.TimeoutBeat {
		t.Errorf("told %+v, want the time-out first", v.Passage)
	}
}

func TestAClockLeftRunningIsSettledOnReturn(t *testing.T) {
	d := sit(t, shouted)
	v := d.make(d.begin("client-toxique"), "appeler")
	v, err := d.attempts.StartTimer(t.Context(), d.by, v.Attempt.ID, 1)
	d.check(err)
	d.clock = d.clock.Add(92 * time.Second)
	if v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID); err != nil || v.Attempt.Step() != 1 {
		t.Fatalf("within the grace: step %d, %v", v.Attempt.Step(), err)
	}
	d.clock = d.clock.Add(time.Hour)
	if v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID); err != nil || v.Attempt.Step() != 2 {
		t.Errorf("an hour later: step %d, %v; want silence to have chosen", v.Attempt.Step(), err)
	}
}

func TestMoreTimeIsAllowedToWhoAsksForIt(t *testing.T) {
	d := sit(t, shouted)
	for timing, want := range map[attempt.Timing]time.Duration{attempt.HalfMore: 135 * time.Second, attempt.Twice: 3 * time.Minute} {
		v, err := d.attempts.Begin(t.Context(), d.by, "client-toxique", "fr", timing)
		d.check(err)
		if v = d.make(v, "appeler"); v.Node.Timer.Allowed != want {
			t.Errorf("%s allows %v, want %v", timing, v.Node.Timer.Allowed, want)
		}
	}
	v, err := d.attempts.Begin(t.Context(), d.by, "client-toxique", "fr", attempt.TimingOff)
	d.check(err)
	if v = d.make(v, "appeler"); v.Node.Timer != nil {
		t.Errorf("timer %+v, want none", v.Node.Timer)
	}
}

func TestTwoTabsNeverLoseADraft(t *testing.T) {
	d := sit(t, shouted)
	id := d.begin("client-toxique").Attempt.ID
	mine, err := d.attempts.SaveDraft(t.Context(), d.by, id, attempt.Draft{Rationale: "mine"})
	d.check(err)
	_, err = d.attempts.SaveDraft(t.Context(), d.by, id, attempt.Draft{Rationale: "the other tab's"})
	told := d.refused(err, fault.Conflict, "draft_conflict")
	if kept := told["draft"].(attempt.Draft); kept.Rationale != "mine" {
		t.Errorf("kept %q", kept.Rationale)
	}
	again, err := d.attempts.SaveDraft(t.Context(), d.by, id, attempt.Draft{Revision: mine.Revision, Rationale: "mine, longer"})
	if d.check(err); again.Revision != mine.Revision+1 {
		t.Errorf("revision %d after %d", again.Revision, mine.Revision)
	}
}

func TestARunningAttemptKeepsItsVersion(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	edited := t.TempDir()
	d.check(os.CopyFS(edited, os.DirFS(shouted)))
	name := filepath.Join(edited, "text.en.md")
	text, err := os.ReadFile(name)
	d.check(err)
	d.check(os.WriteFile(name, []byte(strings.Replace(string(text), "# The client who shouted", "# The client who whispered", 1)), 0o600))
	ref, added, err := d.library.Publish(t.Context(), os.DirFS(edited))
	if d.check(err); !added || ref.Version != 2 {
		t.Fatalf("published %+v, added %v; want version 2", ref, added)
	}
	if v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID); err != nil || v.Title != "The client who shouted" {
		t.Errorf("the running attempt reads %q, %v", v.Title, err)
	}
	if v = d.begin("client-toxique"); v.Title != "The client who whispered" {
		t.Errorf("a new attempt reads %q", v.Title)
	}
}

func TestABrokenFolderIsNotPublished(t *testing.T) {
	d := sit(t)
	_, _, err := d.library.Publish(context.Background(), fs.FS(os.DirFS(t.TempDir())))
	if issues, ok := library.Broken(err); !ok || len(issues) == 0 {
		t.Errorf("got %v, want its issues", err)
	}
}

func TestStateIsWhatReplayingTheDecisionsReaches(t *testing.T) {
	d := sit(t, shouted, workshop)
	for _, id := range []string{"client-toxique", "workshop"} {
		v := d.finish(d.begin(id))
		var log []engine.Entry
		for _, made := range v.Attempt.Decisions {
			log = append(log, engine.Entry{Move: made.Move, TimedOut: made.TimedOut})
		}
		h, err := engine.Replay(v.Version.Scenario, engine.Dice{Seed: v.Attempt.Seed}, log)
		d.check(err)
		state, err := json.Marshal(h.End.Snapshot(v.Version.Scenario))
		if d.check(err); string(state) != string(v.Attempt.State) {
			t.Errorf("%s: replayed to\n%s, stored\n%s", id, state, v.Attempt.State)
		}
	}
}

func TestAPictureIsShownOnceATextThatNamesItWas(t *testing.T) {
	later := t.TempDir() // the workshop, with the picture of its first scene in an exhibit that a look hands out
	d := sit(t)
	d.check(os.CopyFS(later, os.DirFS(workshop)))
	for _, name := range []string{"text.fr.md", "text.en.md"} {
		file := filepath.Join(later, name)
		text, err := os.ReadFile(file)
		d.check(err)
		picture := regexp.MustCompile(`(?m)^!\[.*\]\(salle\.png\)\n`).FindString(string(text))
		moved := strings.Replace(string(text), picture, "", 1)
		moved = strings.Replace(moved, "\n## scene: veille", "\n"+picture+"\n## scene: veille", 1)
		d.check(os.WriteFile(file, []byte(moved), 0o600))
	}
	_, _, err := d.library.Publish(t.Context(), os.DirFS(later))
	d.check(err)
	v := d.begin("workshop")
	_, err = d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "salle.png")
	d.refused(err, fault.NotFound, "unknown_media")
	v = d.make(v, "?relire", "?compter")
	for _, when := range []string{"at once", "later on", "at the end"} {
		if data, err := d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "salle.png"); err != nil || len(data) == 0 {
			t.Errorf("%s: %d bytes, %v", when, len(data), err)
		}
		if v.Attempt.Status == attempt.InProgress {
			v = d.make(v, v.Choices[0].ID)
			if when == "later on" {
				v = d.finish(v)
			}
		}
	}
	_, err = d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "other.png")
	d.refused(err, fault.NotFound, "unknown_media")
}
