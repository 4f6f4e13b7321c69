package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casebook/api"
)

// staff is a guest who has been given a role.
func (s *site) staff(t *testing.T, role string) *person {
	t.Helper()
	p := s.visitor(t)
	var me api.Account
	p.ask("POST", "/api/v1/guests", "").want(http.StatusCreated).into(&me)
	tamper(t, s.database, fmt.Sprintf("UPDATE accounts SET kind = 'person', role = '%s' WHERE id = x'%x'", role, me.ID[:]))
	return p
}

// folderOf reads a case's folder, with some words of a file replaced: its name, the words, and those in their place.
func folderOf(t *testing.T, dir string, replace ...string) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(dir + "/" + name)
		folder["my-case/"+name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for ; len(replace) > 0; replace = replace[3:] {
		file := folder["my-case/"+replace[0]]
		if !bytes.Contains(file.Data, []byte(replace[1])) {
			t.Fatalf("%s holds no %q", replace[0], replace[1])
		}
		file.Data = bytes.Replace(file.Data, []byte(replace[1]), []byte(replace[2]), 1)
	}
	return folder
}

func zipOf(t *testing.T, folder fs.FS) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	if err := w.AddFS(folder); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// mine is the zip of the client who shouts, as a case of its own.
func mine(t *testing.T, replace ...string) string {
	return zipOf(t, folderOf(t, shouted, append([]string{"scenario.yaml", "id: client-toxique", "id: mon-client"}, replace...)...))
}

const asZip = "Content-Type: application/zip"

// send sends a zip as a new draft.
func (p *person) send(zip string) api.SentDraft {
	p.t.Helper()
	var sent api.SentDraft
	p.ask("POST", "/api/v1/case-drafts", zip, asZip).want(http.StatusCreated).into(&sent)
	return sent
}

func draftPath(d api.CaseDraft, rest string) string {
	return "/api/v1/case-drafts/" + d.ID.String() + rest
}

func (p *person) examine(d api.CaseDraft) (report api.DraftReport) {
	p.t.Helper()
	p.ask("GET", draftPath(d, "/report"), "", "Accept-Language: fr").want(http.StatusOK).into(&report)
	return report
}

func (p *person) publish(d api.CaseDraft, version int) reply {
	p.t.Helper()
	return p.ask("POST", draftPath(d, "/publication"), fmt.Sprintf(`{"revision": %d, "version": %d}`, d.Revision, version))
}

func TestATrainerPublishesACaseFromItsZip(t *testing.T) {
	s := start(t)
	anna, trainee := s.staff(t, "trainer"), s.guest(t)

	broken := anna.send(mine(t, "scenario.yaml", "next: appel\n", "next: apel\n"))
	report := anna.examine(broken.Draft)
	if report.Errors != 1 || len(report.Flaws) != 1 || report.Flaws[0].Code != "S050" || report.Flaws[0].File != "scenario.yaml" ||
		!strings.Contains(report.Flaws[0].Detail, "Vouliez-vous dire `appel`") || report.Proofs != nil || report.Publication.Refusal == nil {
		t.Fatalf("of a broken case it is said %+v", report)
	}
	anna.publish(broken.Draft, 1).want(http.StatusConflict, "unsound_case")
	anna.ask("POST", draftPath(broken.Draft, "/rehearsals"), `{"lang": "fr"}`).want(http.StatusConflict, "draft_not_playable")

	var sent api.SentDraft
	folder := folderOf(t, shouted, "scenario.yaml", "id: client-toxique", "id: mon-client")
	folder["my-case/plan.txt"], folder["__MACOSX/._my-case"] = &fstest.MapFile{}, &fstest.MapFile{}
	anna.ask("PUT", draftPath(broken.Draft, "?revision=1"), zipOf(t, folder), asZip).want(http.StatusOK).into(&sent)
	if sent.Draft.Revision != 2 || len(sent.LeftOut) != 1 || sent.LeftOut[0] != "my-case/plan.txt" {
		t.Fatalf("sent again: %+v", sent)
	}
	anna.ask("PUT", draftPath(broken.Draft, "?revision=1"), mine(t), asZip).want(http.StatusConflict, "draft_moved")
	report = anna.examine(sent.Draft)
	p := report.Publication
	if report.Errors != 0 || report.Proofs == nil || p.Version != 1 || p.Replaces != nil || p.Refusal != nil || *p.Scenario != "mon-client" {
		t.Fatalf("of a sound case it is said %+v", report)
	}
	best := report.Proofs.Best
	if best.Ending == nil || len(best.Steps) < 2 || best.Steps[0].Title == "" || best.Steps[0].Label == "" {
		t.Errorf("the best play is told as %+v", best)
	}
	anna.publish(sent.Draft, 1).want(http.StatusOK)
	anna.ask("GET", draftPath(sent.Draft, ""), "").want(http.StatusNotFound, "unknown_draft")

	a := trainee.ask("POST", "/api/v1/attempts", `{"scenario": "mon-client", "lang": "fr"}`).want(http.StatusCreated).attempt()
	anna.ask("PUT", "/api/v1/cases/mon-client/retirement", `{"retired": true}`).want(http.StatusNoContent)
	trainee.ask("POST", "/api/v1/attempts", `{"scenario": "mon-client", "lang": "fr"}`).want(http.StatusNotFound, "retired_scenario")
	trainee.play(a)
	anna.ask("PUT", "/api/v1/cases/mon-client/retirement", `{"retired": false}`).want(http.StatusNoContent)
	trainee.ask("POST", "/api/v1/attempts", `{"scenario": "mon-client", "lang": "fr"}`).want(http.StatusCreated)

	file := anna.ask("GET", "/api/v1/cases/mon-client/versions/1/archive", "").want(http.StatusOK)
	if got := file.header.Get("Content-Disposition"); got != "attachment; filename=mon-client-v1.zip" {
		t.Errorf("kept as %q", got)
	}
	same := anna.send(string(file.body))
	if p := anna.examine(same.Draft).Publication; !p.Same || p.Version != 2 || p.Replaces.By != api.AuthorMe {
		t.Errorf("what was downloaded would be published as %+v", p)
	}
	var done struct {
		Version int
		Added   bool
	}
	anna.publish(same.Draft, 2).want(http.StatusOK).into(&done)
	if done.Added || done.Version != 1 {
		t.Errorf("published the same again: %+v", done)
	}

	var list struct {
		Cases  []api.Case
		Drafts []api.CaseDraft
	}
	anna.ask("GET", "/api/v1/cases", "").want(http.StatusOK).into(&list)
	for _, c := range list.Cases {
		if c.Mine != (c.ID == "mon-client") || len(c.Versions) != 1 || c.RetiredAt != nil {
			t.Errorf("listed %+v", c)
		}
	}
	if len(list.Drafts) != 1 || list.Drafts[0].ID != same.Draft.ID {
		t.Errorf("listed %+v", list.Drafts)
	}
	anna.ask("DELETE", draftPath(same.Draft, ""), "").want(http.StatusNoContent)
	anna.ask("DELETE", draftPath(same.Draft, ""), "").want(http.StatusNotFound, "unknown_draft")
}

func TestADraftIsRehearsedLikeACaseAndCountsNowhere(t *testing.T) {
	s := start(t)
	anna := s.staff(t, "trainer")
	d := anna.send(mine(t)).Draft
	a := anna.ask("POST", draftPath(d, "/rehearsals"), `{"lang": "fr", "timing": "off"}`).want(http.StatusCreated).attempt()
	if a.Rehearses == nil || *a.Rehearses != d.ID || a.Scenario != "mon-client" {
		t.Fatalf("rehearses %+v", a)
	}
	a = anna.move(a, "?carnet").want(http.StatusOK).attempt()
	anna.ask("PUT", path(a, "/draft"), `{"step": 1, "revision": 0, "rationale": "Pour voir"}`).want(http.StatusOK)
	a = anna.ask("GET", path(a, ""), "").want(http.StatusOK).attempt()
	if a.Step != 1 || a.Draft == nil || a.Draft.Rationale != "Pour voir" || a.Rehearses == nil {
		t.Fatalf("stands at %+v", a)
	}
	a = anna.play(a, "appeler", "nommer")
	var debrief api.Debrief
	anna.ask("GET", path(a, "/debrief"), "").want(http.StatusOK).into(&debrief)
	if len(debrief.Moves) != a.Step {
		t.Errorf("debriefed %d moves of %d", len(debrief.Moves), a.Step)
	}
	anna.ask("POST", path(a, "/what-ifs"), `{"step": 1, "choice": "ecrire"}`).want(http.StatusOK)
	s.guest(t).ask("GET", path(a, ""), "").want(http.StatusNotFound, "unknown_attempt")
	var list struct{ Attempts []api.AttemptSummary }
	anna.ask("GET", "/api/v1/attempts", "").want(http.StatusOK).into(&list)
	if len(list.Attempts) != 0 {
		t.Errorf("listed among the attempts: %+v", list.Attempts)
	}
	anna.publish(d, 1).want(http.StatusOK)
	anna.ask("GET", path(a, ""), "").want(http.StatusNotFound, "unknown_attempt")
}

func TestCasesAreTheTrainersMatterAndDraftsTheirOwn(t *testing.T) {
	s := start(t)
	anna := s.staff(t, "trainer")
	d := anna.send(mine(t)).Draft
	about := []struct{ method, path, body string }{
		{"GET", draftPath(d, ""), ""},
		{"GET", draftPath(d, "/report"), ""},
		{"GET", draftPath(d, "/archive"), ""},
		{"PUT", draftPath(d, "?revision=1"), "PK"},
		{"POST", draftPath(d, "/rehearsals"), `{"lang": "fr"}`},
		{"POST", draftPath(d, "/publication"), `{"revision": 1, "version": 1}`},
		{"DELETE", draftPath(d, ""), ""},
	}
	all := append([]struct{ method, path, body string }{
		{"GET", "/api/v1/cases", ""},
		{"POST", "/api/v1/case-drafts", "PK"},
		{"GET", "/api/v1/cases/client-toxique/versions/1/archive", ""},
		{"PUT", "/api/v1/cases/client-toxique/retirement", `{"retired": true}`},
	}, about...)
	headers := func(body string) []string {
		if body == "PK" {
			return []string{asZip}
		}
		return nil
	}
	for _, role := range []string{"trainee", "manager"} {
		p := s.staff(t, role)
		for _, o := range all {
			p.ask(o.method, o.path, o.body, headers(o.body)...).want(http.StatusForbidden, "not_an_author")
		}
	}
	stranger := s.visitor(t)
	for _, o := range all {
		stranger.ask(o.method, o.path, o.body, headers(o.body)...).want(http.StatusUnauthorized)
	}
	basil := s.staff(t, "trainer")
	for _, o := range about {
		basil.ask(o.method, o.path, o.body, headers(o.body)...).want(http.StatusNotFound, "unknown_draft")
	}
	basil.ask("PUT", "/api/v1/cases/client-toxique/retirement", `{"retired": true}`).want(http.StatusConflict, "not_your_case")
	basil.ask("GET", "/api/v1/cases/client-toxique/versions/1/archive", "").want(http.StatusOK)
	basil.ask("GET", "/api/v1/cases/client-toxique/versions/2/archive", "").want(http.StatusNotFound, "unknown_version")
	director := s.staff(t, "admin")
	director.ask("GET", draftPath(d, ""), "").want(http.StatusOK)
	director.ask("PUT", "/api/v1/cases/client-toxique/retirement", `{"retired": true}`).want(http.StatusNoContent)
}

func TestARefusedZipSaysWhatIsWrongAndIsNotKept(t *testing.T) {
	s := start(t)
	anna := s.staff(t, "trainer")
	for _, c := range []struct {
		name, zip, kind string
		status          int
		code            string
	}{
		{"no zip", "id: x", asZip, http.StatusUnprocessableEntity, "not_a_zip"},
		{"announced as JSON", "{}", "Content-Type: application/json", http.StatusUnsupportedMediaType, "not_announced_as_zip"},
		{"a way out", zipOf(t, fstest.MapFS{"scenario.yaml": {}, "a\\b": {}}), asZip, http.StatusUnprocessableEntity, "zip_backslash"},
		{"no case", zipOf(t, fstest.MapFS{"a.txt": {}}), asZip, http.StatusUnprocessableEntity, "zip_without_case"},
		{"too large", strings.Repeat("x", 20<<20+1), asZip, http.StatusRequestEntityTooLarge, "zip_too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			anna.in(t).ask("POST", "/api/v1/case-drafts", c.zip, c.kind).want(c.status, c.code)
		})
	}
	var list struct{ Drafts []api.CaseDraft }
	anna.ask("GET", "/api/v1/cases", "").into(&list)
	if len(list.Drafts) > 0 {
		t.Errorf("kept %v", list.Drafts)
	}
}

func TestAnEndlessZipIsReadNoFurtherThanItMayGo(t *testing.T) {
	s := start(t)
	anna := s.staff(t, "trainer")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	body := &endless{}
	req, err := http.NewRequestWithContext(ctx, "POST", s.url+"/api/v1/case-drafts", body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/zip")
	res, err := anna.browser.Do(req)
	if err == nil {
		defer res.Body.Close()
		if res.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("status %d", res.StatusCode)
		}
	}
	if body.sent > 32<<20 {
		t.Errorf("%d bytes were read", body.sent)
	}
}

// endless is a body that never ends.
type endless struct{ sent int }

func (e *endless) Read(p []byte) (int, error) {
	e.sent += len(p)
	return len(p), nil
}
