package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/demo"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/personal"
	"casebook/internal/store"
)

// house is a database with the shipped cases, and an admin.
func house(t *testing.T, address string) (*store.Store, *library.Service, account.Account) {
	t.Helper()
	if code, _, errs := invoke(english, "migrate", "--database", address); code != fine {
		t.Fatal(errs)
	}
	st := opened(t, address)
	shipped, err := readCases(nil)
	if err != nil {
		t.Fatal(err)
	}
	lib := library.New(st, shipped.registers, now)
	if err := shipped.publish(t.Context(), lib, slog.New(slog.DiscardHandler)); err != nil {
		t.Fatal(err)
	}
	admin := account.Account{ID: uuid.Must(uuid.NewV7()), Kind: account.Person, Role: account.Admin, Name: "Ada", Email: "ada@example.org", CreatedAt: now()}
	if err := st.AddAccount(t.Context(), admin); err != nil {
		t.Fatal(err)
	}
	return st, lib, admin
}

func TestTheDemonstrationComesAndGoesWhole(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		st, lib, admin := house(t, address)
		shown := demo.NewService(st, lib, now)
		if _, err := shown.Add(t.Context(), account.Account{Role: account.Trainer}, "fr"); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a trainer: %v", err)
		}
		there, err := shown.Add(t.Context(), admin, "fr")
		if err != nil || there.People != 24 || there.Attempts < 70 || there.Post != cohort.Trainer {
			t.Fatalf("%+v, %v", there, err)
		}
		if _, err := shown.Add(t.Context(), admin, "en"); !fault.Is(err, fault.Conflict) {
			t.Errorf("twice: %v", err)
		}
		states := map[attempt.Status]int{}
		for k, err := range st.Everything(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			v, err := lib.Find(t.Context(), k.Scenario)
			if err != nil {
				t.Fatal(err)
			}
			if found := attempt.Verify(&k, v); len(found) > 0 {
				t.Fatalf("attempt %s: %+v", k.ID, found)
			}
			states[k.Status]++
			if k.EnteredAt().After(now()) {
				t.Errorf("attempt %s goes on at %s", k.ID, k.EnteredAt())
			}
		}
		if states[attempt.Completed] < 60 || states[attempt.InProgress]+states[attempt.Abandoned] == 0 {
			t.Errorf("the attempts stand as %v", states)
		}
		if there, err := shown.ViewAs(t.Context(), admin, cohort.Manager); err != nil || there.Post != cohort.Manager {
			t.Errorf("as a manager: %+v, %v", there, err)
		}
		if err := shown.Remove(t.Context(), admin); err != nil {
			t.Fatal(err)
		}
		if there, err := shown.Find(t.Context(), admin); err != nil || there.Cohort != uuid.Nil {
			t.Errorf("afterwards: %+v, %v", there, err)
		}
		if left, err := st.HoldsAttempts(t.Context(), account.Guest); err != nil || left {
			t.Errorf("attempts are left: %v", err)
		}
		if told, _, err := st.Forgotten(t.Context(), 0); err != nil || len(told) == 0 {
			t.Errorf("reports are told %v, %v", told, err)
		}
		var last audit.Entry
		for e, err := range st.Trail(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			last = e
		}
		if last.Action != audit.DemoRemoved || last.Actor != admin.ID.String() {
			t.Errorf("the trail says %+v", last)
		}
		if _, err := st.Account(t.Context(), admin.ID); err != nil {
			t.Errorf("the admin: %v", err)
		}
	})
}

func TestAllThatIsKeptAboutSomebodyIsInTheirArchive(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		st, lib, admin := house(t, address)
		if _, err := demo.NewService(st, lib, now).Add(t.Context(), admin, "fr"); err != nil {
			t.Fatal(err)
		}
		var of account.Account
		for k, err := range st.Everything(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if k.Status == attempt.Completed {
				of = account.Account{ID: k.Account}
				break
			}
		}
		of, err := st.Account(t.Context(), of.ID)
		if err != nil {
			t.Fatal(err)
		}
		own := personal.New(st, attempt.New(st, library.NewDesk(lib, st), now), lib, nil, nil, now)
		for _, lang := range []string{"fr", "en"} {
			var out bytes.Buffer
			if err := own.Export(t.Context(), of, lang, &out); err != nil {
				t.Fatal(err)
			}
			files := unzipped(t, out.Bytes())
			if len(files) != 5 {
				t.Fatalf("%d files", len(files))
			}
			var data struct {
				Format   string
				Account  struct{ Name string }
				Attempts []struct {
					Score     *float64
					Decisions []struct{ Rationale, Label string }
				}
			}
			if err := json.Unmarshal([]byte(files["data.json"]), &data); err != nil || data.Format != "casebook personal data 1" || data.Account.Name != of.Name {
				t.Fatalf("%v\n%.2000s", err, files["data.json"])
			}
			written, scored := 0, 0
			for _, a := range data.Attempts {
				if a.Score != nil {
					scored++
				}
				for _, d := range a.Decisions {
					if d.Label == "" {
						t.Error("a decision without a label")
					}
					if d.Rationale == "" {
						continue
					}
					written++
					if csv := files["decisions.csv"]; !strings.Contains(csv, d.Rationale) {
						t.Errorf("decisions.csv has no %q", d.Rationale)
					}
				}
			}
			if written == 0 || scored == 0 {
				t.Errorf("%d reasons, %d scores", written, scored)
			}
			page := files["index.html"]
			if strings.Contains(page, "<script") || strings.Contains(page, "src=") || !strings.Contains(page, of.Name) || strings.Count(page, "<section>") != len(data.Attempts) {
				t.Errorf("the page:\n%.1500s", page)
			}
			if separator := map[string]string{"fr": ";", "en": ","}[lang]; !strings.HasPrefix(files["attempts.csv"], "\ufeffid"+separator) {
				t.Errorf("%.60q", files["attempts.csv"])
			}
		}
	})
}

func unzipped(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

func TestAllThatIsReadOfTheDemonstrationSaysSo(t *testing.T) {
	s := start(t)
	admin := s.admin(t)
	var there api.Demo
	admin.ask("POST", "/api/v1/demo", `{"lang": "fr"}`).want(http.StatusCreated).into(&there)
	made := "/api/v1/cohorts/" + there.Cohort.String()
	var members struct{ Members []api.Member }
	admin.ask("GET", made+"/members", "").want(http.StatusOK).into(&members)
	ended := func() string {
		for _, m := range members.Members {
			var told api.TraineeReport
			admin.ask("GET", made+"/people/"+m.Account.String()+"?lang=fr", "").want(http.StatusOK).into(&told)
			for _, a := range told.Attempts {
				if a.EndedAt != nil {
					return made + "/people/" + m.Account.String() + "/attempts/" + a.ID.String()
				}
			}
		}
		t.Fatal("nobody has ended anything")
		return ""
	}
	var ours api.Cohort
	admin.ask("POST", "/api/v1/cohorts", `{"name": "Printemps"}`).want(http.StatusCreated).into(&ours)
	own := "/api/v1/cohorts/" + ours.ID.String()
	for path, want := range map[string]bool{
		made: true, made + "/notice": true, made + "/retention": true, ended(): true,
		own: false, own + "/notice": false, own + "/retention": false,
	} {
		var said struct{ Demo bool }
		admin.ask("GET", path, "").want(http.StatusOK).into(&said)
		if said.Demo != want {
			t.Errorf("%s says %t of being made up", path, said.Demo)
		}
	}
}
