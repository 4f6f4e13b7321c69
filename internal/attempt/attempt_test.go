package attempt_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
)

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
	list, _, err := d.attempts.List(t.Context(), d.by, uuid.Nil, 10)
	d.check(err)
	if len(list) != 1 || list[0].Step() != v.Attempt.Step() || list[0].Where != v.Node.Title {
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
	v, err = d.attempts.Find(t.Context(), d.by, v.Attempt.ID)
	d.check(err)
	d.make(v, "nommer-vague")
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
	if list, _, err := d.attempts.List(ctx, other, uuid.Nil, 10); err != nil || len(list) != 0 {
		t.Errorf("listed %v, %v", list, err)
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
		var log []engine.Made
		for _, made := range v.Attempt.Decisions {
			log = append(log, engine.Made{Move: made.Move, TimedOut: made.TimedOut})
		}
		h, err := engine.Retrace(v.Version.Scenario, engine.Dice{Seed: v.Attempt.Seed}, log, 0)
		d.check(err)
		state, err := json.Marshal(h.End.Snapshot(v.Version.Scenario))
		if d.check(err); string(state) != string(v.Attempt.State) {
			t.Errorf("%s: replayed to\n%s, stored\n%s", id, state, v.Attempt.State)
		}
	}
}
