package library_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/store"
)

// office is a desk with the people who come to it.
type office struct {
	*testing.T
	desk                  *library.Desk
	store                 *store.Store
	anna, basil, director account.Account // two trainers and an admin
}

func openOffice(t *testing.T) office {
	t.Helper()
	lib, st := shelf(t)
	o := office{T: t, desk: library.NewDesk(lib, st), store: st}
	for who, role := range map[*account.Account]account.Role{&o.anna: account.Trainer, &o.basil: account.Trainer, &o.director: account.Admin} {
		*who = account.Account{ID: uuid.New(), Kind: account.Person, Role: role, CreatedAt: now()}
		if err := st.AddAccount(t.Context(), *who); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// zipOf zips a folder as a person does.
func zipOf(t *testing.T, folder fs.FS) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	if err := w.AddFS(folder); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func (o office) send(by account.Account, folder fs.FS) library.Draft {
	o.Helper()
	d, _, err := o.desk.Send(o.Context(), by, zipOf(o.T, folder))
	if err != nil {
		o.Fatal(err)
	}
	return d
}

func (o office) publish(by account.Account, folder fs.FS, version int) error {
	o.Helper()
	_, _, err := o.desk.Publish(o.Context(), by, o.send(by, folder).ID, 1, version)
	return err
}

func wantCode(t *testing.T, err error, kind fault.Kind, code string) {
	t.Helper()
	if f, ok := fault.From(err); !ok || f.Kind != kind || f.Code != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

// mine is the case of the client who shouts, under an id of its own.
func mine(t *testing.T, replace ...string) fstest.MapFS {
	return shouted(t, append([]string{"scenario.yaml", "id: client-toxique", "id: mon-client"}, replace...)...)
}

func TestADraftIsPublishedVersionAfterVersion(t *testing.T) {
	o := openOffice(t)
	if err := o.publish(o.anna, mine(t), 1); err != nil {
		t.Fatal(err)
	}
	second := o.send(o.anna, mine(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait"))
	d, x, err := o.desk.Examine(t.Context(), o.anna, second.ID)
	if err != nil {
		t.Fatal(err)
	}
	p, err := o.desk.Plan(t.Context(), o.anna, d, x)
	if err != nil || p.Version != 2 || p.Replaces.Version != 1 || p.Same || p.Refused != nil || d.Titles["fr"] != "Le client qui hurlait" {
		t.Fatalf("planned %+v for %+v, %v", p, d, err)
	}
	ref, added, err := o.desk.Publish(t.Context(), o.anna, d.ID, 1, p.Version)
	if err != nil || !added || ref != (library.Ref{ID: "mon-client", Version: 2}) {
		t.Fatalf("published %v, %v, %v", ref, added, err)
	}
	same := o.send(o.anna, mine(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait"))
	if ref, added, err := o.desk.Publish(t.Context(), o.anna, same.ID, 1, 3); err != nil || added || ref.Version != 2 {
		t.Errorf("the same again: %v, %v, %v", ref, added, err)
	}
	v, err := o.desk.Newest(t.Context(), "mon-client")
	if err != nil || v.Version != 2 {
		t.Errorf("newest %v, %v", v, err)
	}
}

func TestABrokenDraftIsKeptAndNotPublished(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		name     string
		replace  []string
		playable bool
	}{
		{"unreadable", []string{"scenario.yaml", "next: appel\n", "next: apel\n"}, false},
		{"unsound", []string{"scenario.yaml", "when: faits", "when: faits and marc.tension > 20"}, true},
		{"with a walkthrough that fails", []string{"walkthroughs.yaml", "'lea.moral == 8'", "'lea.moral == 9'"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := o.send(o.anna, mine(t, c.replace...))
			if d.Scenario != "mon-client" || d.Titles["fr"] != "Le client qui criait" {
				t.Errorf("kept as %+v", d)
			}
			_, x, err := o.desk.Examine(t.Context(), o.anna, d.ID)
			if err != nil || len(x.Refusal()) == 0 || (x.Version != nil) != c.playable {
				t.Fatalf("examined: %+v, %v", x, err)
			}
			_, _, err = o.desk.Publish(t.Context(), o.anna, d.ID, 1, 1)
			wantCode(t, err, fault.Conflict, "unsound_case")
			if _, err := o.desk.Stage(t.Context(), o.anna, d.ID); (err == nil) != c.playable {
				t.Errorf("staged: %v", err)
			}
		})
	}
	if shelf, err := o.store.Shelf(t.Context()); err != nil || len(shelf) > 0 {
		t.Errorf("published %v, %v", shelf, err)
	}
}

func TestADraftSentAgainTakesThePlaceOfTheOneThatWasRead(t *testing.T) {
	o := openOffice(t)
	d := o.send(o.anna, mine(t))
	other := zipOf(t, mine(t, "text.fr.md", "Le client qui criait", "Le client qui hurlait"))
	again, _, err := o.desk.SendAgain(t.Context(), o.anna, d.ID, 1, other)
	if err != nil || again.Revision != 2 || again.Titles["fr"] != "Le client qui hurlait" {
		t.Fatalf("sent again: %+v, %v", again, err)
	}
	_, _, err = o.desk.SendAgain(t.Context(), o.anna, d.ID, 1, other)
	wantCode(t, err, fault.Conflict, "draft_moved")
	_, _, err = o.desk.Publish(t.Context(), o.anna, d.ID, 1, 1)
	wantCode(t, err, fault.Conflict, "draft_moved")
	if _, err := o.desk.Find(t.Context(), d.Ref()); err == nil {
		t.Error("the first revision can still be played")
	}
	if v, err := o.desk.Find(t.Context(), again.Ref()); err != nil || v.Scenario.Text("fr").Title != "Le client qui hurlait" {
		t.Errorf("found %v, %v", v, err)
	}
}

func TestTheDeskIsForTrainersEachWithDraftsOfTheirOwn(t *testing.T) {
	o := openOffice(t)
	d := o.send(o.anna, mine(t))
	zip := zipOf(t, mine(t))
	uses := map[string]func(by account.Account) error{
		"draft": func(by account.Account) error { _, err := o.desk.Draft(t.Context(), by, d.ID); return err },
		"again": func(by account.Account) error {
			_, _, err := o.desk.SendAgain(t.Context(), by, d.ID, 1, zip)
			return err
		},
		"examine":  func(by account.Account) error { _, _, err := o.desk.Examine(t.Context(), by, d.ID); return err },
		"stage":    func(by account.Account) error { _, err := o.desk.Stage(t.Context(), by, d.ID); return err },
		"publish":  func(by account.Account) error { _, _, err := o.desk.Publish(t.Context(), by, d.ID, 1, 1); return err },
		"download": func(by account.Account) error { _, err := o.desk.DownloadDraft(t.Context(), by, d.ID); return err },
		"discard":  func(by account.Account) error { return o.desk.Discard(t.Context(), by, d.ID) },
	}
	alike := map[string]func(by account.Account) error{
		"send":   func(by account.Account) error { _, _, err := o.desk.Send(t.Context(), by, zip); return err },
		"drafts": func(by account.Account) error { _, err := o.desk.Drafts(t.Context(), by); return err },
		"retire": func(by account.Account) error { return o.desk.Retire(t.Context(), by, "mon-client", true) },
		"version": func(by account.Account) error {
			_, err := o.desk.DownloadVersion(t.Context(), by, library.Ref{ID: "x", Version: 1})
			return err
		},
	}
	for name, use := range uses {
		wantCode(t, use(o.basil), fault.NotFound, "unknown_draft")
		alike[name] = use
	}
	for name, use := range alike {
		for _, role := range []account.Role{account.Trainee, account.Manager, ""} {
			if err := use(account.Account{ID: o.anna.ID, Role: role}); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s as %q: %v", name, role, err)
			}
		}
	}
	if list, err := o.desk.Drafts(t.Context(), o.basil); err != nil || len(list) > 0 {
		t.Errorf("a colleague lists %v, %v", list, err)
	}
	if list, err := o.desk.Drafts(t.Context(), o.director); err != nil || len(list) != 1 {
		t.Errorf("the admin lists %v, %v", list, err)
	}
	if err := uses["examine"](o.director); err != nil {
		t.Error(err)
	}
}

func TestACaseHasOneAuthor(t *testing.T) {
	o := openOffice(t)
	if _, _, err := o.desk.Service.Publish(t.Context(), shouted(t)); err != nil {
		t.Fatal(err)
	}
	wantCode(t, o.publish(o.anna, shouted(t, "text.fr.md", "Le client qui criait", "Le client"), 2), fault.Conflict, "shipped_case")
	if err := o.publish(o.anna, mine(t), 1); err != nil {
		t.Fatal(err)
	}
	wantCode(t, o.publish(o.basil, mine(t, "text.fr.md", "Le client qui criait", "Le client"), 2), fault.Conflict, "not_your_case")
	wantCode(t, o.desk.Retire(t.Context(), o.basil, "mon-client", true), fault.Conflict, "not_your_case")
	wantCode(t, o.desk.Retire(t.Context(), o.anna, "no-such-case", true), fault.NotFound, "unknown_scenario")
	if err := o.publish(o.director, mine(t, "text.fr.md", "Le client qui criait", "Le client"), 2); err != nil {
		t.Error(err)
	}
	if err := o.publish(o.anna, mine(t, "text.fr.md", "Le client qui criait", "Le client du lundi"), 3); err != nil {
		t.Error(err)
	}
}

func TestARestartBringsNoShippedCaseBack(t *testing.T) {
	o := openOffice(t)
	start := func(text string) library.Ref {
		ref, _, err := o.desk.Service.Publish(t.Context(), shouted(t, "text.fr.md", "Le client qui criait", text))
		if err != nil {
			t.Fatal(err)
		}
		return ref
	}
	if ref := start("Le client qui criait"); ref.Version != 1 {
		t.Fatal(ref)
	}
	if err := o.publish(o.director, shouted(t, "text.fr.md", "Le client qui criait", "Notre client"), 2); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Le client qui criait", "Le client qui criait", "Le client de la prochaine édition"} {
		if ref := start(text); ref.Version != 2 {
			t.Errorf("a start made %v the newest", ref)
		}
	}
	if shelf, err := o.store.Shelf(t.Context()); err != nil || len(shelf) != 2 {
		t.Errorf("on the shelf %v, %v", shelf, err)
	}
}

func TestARetiredCaseIsNeitherOfferedNorAssignable(t *testing.T) {
	o := openOffice(t)
	if err := o.publish(o.anna, mine(t), 1); err != nil {
		t.Fatal(err)
	}
	offered := func() (listed, assignable int) {
		list, err := o.desk.List(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		editions, err := o.desk.Assignable(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(list), len(editions)
	}
	if listed, assignable := offered(); listed != 1 || assignable != 1 {
		t.Fatal(listed, assignable)
	}
	if err := o.desk.Retire(t.Context(), o.anna, "mon-client", true); err != nil {
		t.Fatal(err)
	}
	if listed, assignable := offered(); listed != 0 || assignable != 0 {
		t.Errorf("retired: %d listed, %d assignable", listed, assignable)
	}
	_, err := o.desk.Newest(t.Context(), "mon-client")
	wantCode(t, err, fault.NotFound, "retired_scenario")
	if _, err := o.desk.Find(t.Context(), library.Ref{ID: "mon-client", Version: 1}); err != nil {
		t.Error("an attempt under way lost its version:", err)
	}
	all, err := o.desk.Versions(t.Context())
	if err != nil || len(all) != 1 || !all[0].Retired() || all[0].Titles["en"] == "" || all[0].Langs[0] != "fr" {
		t.Errorf("all versions: %+v, %v", all, err)
	}
	if err := o.desk.Retire(t.Context(), o.anna, "mon-client", false); err != nil {
		t.Fatal(err)
	}
	if listed, assignable := offered(); listed != 1 || assignable != 1 {
		t.Errorf("offered again: %d listed, %d assignable", listed, assignable)
	}
}

func TestWhatIsDownloadedIsTheSameCaseWhenSentAgain(t *testing.T) {
	o := openOffice(t)
	folder := mine(t)
	folder["media/plan.png"] = &fstest.MapFile{Data: picture(t)}
	d := o.send(o.anna, folder)
	file, err := o.desk.DownloadDraft(t.Context(), o.anna, d.ID)
	if err != nil || file.Name != "mon-client-draft.zip" {
		t.Fatal(file.Name, err)
	}
	again, u, err := o.desk.Send(t.Context(), o.anna, file.Zip)
	if err != nil || again.Content != d.Content || !bytes.Equal(again.Archive, d.Archive) || len(u.LeftOut) > 0 {
		t.Errorf("the draft came back as another: %v", err)
	}
	if _, _, err := o.desk.Publish(t.Context(), o.anna, d.ID, 1, 1); err != nil {
		t.Fatal(err)
	}
	file, err = o.desk.DownloadVersion(t.Context(), o.basil, library.Ref{ID: "mon-client", Version: 1})
	if err != nil || file.Name != "mon-client-v1.zip" {
		t.Fatal(file.Name, err)
	}
	if again, _, err := o.desk.Send(t.Context(), o.basil, file.Zip); err != nil || again.Content != d.Content {
		t.Errorf("the version came back as another: %v", err)
	}
	r, err := zip.NewReader(bytes.NewReader(file.Zip), int64(len(file.Zip)))
	if err != nil || !strings.HasPrefix(r.File[0].Name, "mon-client/") {
		t.Errorf("the zip holds no folder: %v", err)
	}
}

// picture is a PNG.
func picture(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../scenario/testdata/workshop/media/salle.png")
	if err != nil {
		t.Fatal(err)
	}
	return data
}
