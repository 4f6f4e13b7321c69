package main

import (
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/api"
)

// attacked is a campus of one's own, and somebody there who means no good.
func attacked(t *testing.T) (*campus, *site) {
	t.Helper()
	c := newCampus(t, t.TempDir()+"/campus.db")
	return c, c.open(t)
}

func TestWhatIsBirchsIsNotFoundUnderAlder(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	alder, birch := "/api/v1/cohorts/"+c.named["cohorts"], c.birch
	before := kept(t, s)
	for _, a := range []struct{ method, path, body string }{
		{"PUT", "/members/" + birch["account"], ""},
		{"DELETE", "/members/" + birch["account"], ""},
		{"DELETE", "/posts/" + birch["trainer"], ""},
		{"DELETE", "/invitations/" + birch["invitation"], ""},
		{"DELETE", "/assignments/" + birch["assignment"], ""},
		{"PUT", "/assignments/" + birch["assignment"], `{"revision": 1, "opensAt": "2026-01-01T00:00:00Z", "attempts": 0, "langs": [], "learning": false}`},
		{"GET", "/people/" + birch["account"] + "?lang=fr", ""},
		{"GET", "/people/" + birch["account"] + "/attempts/" + birch["attempt"], ""},
		{"GET", "/people/" + c.named["people"] + "/attempts/" + birch["attempt"], ""},
		{"GET", "/attempts/" + birch["attempt"] + "/comments", ""},
		{"PUT", "/attempts/" + birch["attempt"] + "/comments/0", `{"revision": 0, "levels": {}, "text": "Un mot."}`},
		{"DELETE", "/attempts/" + birch["attempt"] + "/comments/0?revision=1", ""},
	} {
		r := c.as(t, s, "trainer").ask(a.method, alder+a.path, a.body)
		if r.status != http.StatusNotFound {
			t.Errorf("%s %s is answered %d: %s", a.method, a.path, r.status, r.body)
		}
	}
	c.as(t, s, "trainee").ask("POST", "/api/v1/attempts", fmt.Sprintf(`{"assignment": %q, "lang": "fr"}`, birch["assignment"])).
		want(http.StatusNotFound)
	if kept(t, s) != before {
		t.Error("one of them has changed something")
	}
	for _, query := range []string{"progress?lang=fr&", "export?lang=fr&format=csv&view=people&"} {
		r := c.as(t, s, "trainer").ask("GET", alder+"/"+query+"assignment="+birch["assignment"], "")
		if leaks := c.leaks(t, r, operation{spec: &openapi3.Operation{}}, "trainer"); len(leaks) > 0 {
			t.Errorf("%s tells %v", query, leaks)
		}
	}
}

func TestAnAddressIsNoWayIntoItsOwnersAccount(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	other, members := c.as(t, s, "other"), "/api/v1/cohorts/"+c.birch["cohort"]
	var report api.ImportReport
	r := other.ask("POST", members+"/imports?dry=true", "email\ntrainee@matrix.example\n", "Content-Type: text/csv").want(http.StatusOK)
	r.into(&report)
	if strings.Contains(string(r.body), "Mirfak") || len(report.Rows) != 1 {
		t.Errorf("for an address one is told %s", r.body)
	}
	link := "/api/v1/accounts/" + c.named["accounts"] + "/links"
	other.ask("POST", link, "").want(http.StatusNotFound)
	r = other.ask("POST", members+"/members", `{"name": "Mirfak", "email": "trainee@matrix.example"}`).want(http.StatusCreated)
	if strings.Contains(string(r.body), "/link/") {
		t.Errorf("whoever enrols somebody gets into their account: %s", r.body)
	}
	other.ask("POST", link, "").want(http.StatusNotFound, "unknown_account")
	c.as(t, s, "trainer").ask("POST", link, "").want(http.StatusCreated)
}

func TestNobodyRaisesThemselves(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	c.as(t, s, "trainee").ask("PUT", "/api/v1/me", `{"role": "admin"}`).want(http.StatusBadRequest, "malformed_fields")
	c.as(t, s, "trainer").ask("POST", "/api/v1/cohorts/"+c.named["cohorts"]+"/imports?dry=false",
		"nom;email;rôle\nNova Intrus;nova@list.example;admin\n", "Content-Type: text/csv").want(http.StatusOK)
	var people struct{ People []api.Person }
	c.as(t, s, "admin").ask("GET", "/api/v1/accounts?search=nova@", "").want(http.StatusOK).into(&people)
	if len(people.People) != 1 || people.People[0].Role != api.RoleTrainee {
		t.Errorf("imported as %+v", people.People)
	}
	posts := "/api/v1/cohorts/" + c.named["cohorts"] + "/posts"
	for email, post := range map[string]string{"trainee@matrix.example": "trainer", "manager@matrix.example": "trainer", "stranger@matrix.example": "manager"} {
		if r := c.as(t, s, "trainer").ask("PUT", posts, fmt.Sprintf(`{"email": %q, "post": %q}`, email, post)); r.status < 400 {
			t.Errorf("%s became %s: %s", email, post, r.body)
		}
	}
}

func TestAWildcardIsALetterLikeOthers(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	alder := "/api/v1/cohorts/" + c.named["cohorts"]
	for path, who := range map[string]string{
		"/api/v1/cohorts?": "admin", alder + "/members?": "trainer", alder + "/progress?lang=fr&": "trainer", "/api/v1/accounts?": "admin",
	} {
		for _, search := range []string{"%25", "_", "%5C", "%25%25", "a%25", "'"} {
			var page struct {
				Cohorts, Members, People []any
				Total                    int
			}
			c.as(t, s, who).ask("GET", path+"search="+search, "").want(http.StatusOK).into(&page)
			if n := len(page.Cohorts) + len(page.Members) + len(page.People) + page.Total; n > 0 {
				t.Errorf("%ssearch=%s finds %d", path, search, n)
			}
		}
	}
}

// TestNoOperationListensToAnotherSiteOrToFieldsItDoesNotKnow sends each request that changes something as a browser
// does for another site, and with a field more than the contract has.
func TestNoOperationListensToAnotherSiteOrToFieldsItDoesNotKnow(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	before, tried := kept(t, s), 0
	for path, item := range doc.Paths.Map() {
		for method, spec := range item.Operations() {
			if method == http.MethodGet {
				continue
			}
			method, path, body, headers := operation{method, path, item, spec}.request(t, c, nil)
			for _, site := range []string{"Origin: https://elsewhere.example", "Sec-Fetch-Site: cross-site"} {
				c.as(t, s, "trainer").ask(method, path, body, append(headers, site)...).want(http.StatusForbidden, "cross_origin")
			}
			var fields map[string]any
			if json.Unmarshal([]byte(body), &fields) != nil {
				continue
			}
			tried++
			fields["role"], fields["account_id"] = "admin", c.named["accounts"]
			more, err := json.Marshal(fields)
			if err != nil {
				t.Fatal(err)
			}
			if spec.OperationID == "invitePerson" || spec.OperationID == "changeAccount" {
				continue // which know a role, for admins
			}
			c.as(t, s, "trainer").ask(method, path, string(more)).want(http.StatusBadRequest, "malformed_fields")
		}
	}
	if kept(t, s) != before || tried < 20 {
		t.Errorf("one of %d has changed something", tried)
	}
}

func TestNamesDoNothingInFilesAndHeaders(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	trainer := c.as(t, s, "trainer")
	var cohort api.Cohort
	trainer.ask("POST", "/api/v1/cohorts", `{"name": "a\"; filename=\"../../evil.exe"}`).want(http.StatusCreated).into(&cohort)
	trainer.ask("POST", "/api/v1/cohorts", `{"name": "a\r\nSet-Cookie: x=y"}`).want(http.StatusCreated).into(&cohort)
	at := "/api/v1/cohorts/" + cohort.ID.String()
	trainer.ask("POST", at+"/members", `{"name": "=HYPERLINK(\"http://elsewhere.example\")", "email": "=x@list.example"}`).want(http.StatusCreated)
	r := trainer.ask("GET", at+"/export?format=csv&view=people&lang=en", "").want(http.StatusOK)
	_, params, err := mime.ParseMediaType(r.header.Get("Content-Disposition"))
	if err != nil || strings.ContainsAny(params["filename"], `/\":`) || r.header.Get("Set-Cookie") != "" {
		t.Errorf("kept as %q, %v", r.header.Get("Content-Disposition"), err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(r.body))).ReadAll()
	if err != nil || !strings.Contains(string(r.body), "HYPERLINK") {
		t.Fatalf("%v in %s", err, r.body)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+@\t") {
				t.Errorf("a cell begins like a formula: %q", cell)
			}
		}
	}
}

// TestAPostIsNoGoodWithoutTheRoleForIt takes a trainer's role away, as an admin or an organisation's own login does, and
// leaves them their posts.
func TestAPostIsNoGoodWithoutTheRoleForIt(t *testing.T) {
	t.Parallel()
	c, s := attacked(t)
	admin, alder := c.as(t, s, "admin"), "/api/v1/cohorts/"+c.named["cohorts"]
	person, attempt := c.named["people"], c.named["attempts"]
	paths := []string{
		"", "/members", "/progress?lang=fr", "/cases/" + toxic + "/1?lang=fr", "/people/" + person + "?lang=fr",
		"/people/" + person + "/attempts/" + attempt, "/attempts/" + attempt + "/comments", "/invitations", "/assignments",
		"/export?format=jsonl&lang=fr", "/retention",
	}
	trainer := c.as(t, s, "trainer")
	for _, path := range paths {
		trainer.ask("GET", alder+path, "").want(http.StatusOK)
	}
	var accounts struct{ People []api.Person }
	admin.ask("GET", "/api/v1/accounts?search=trainer@", "").want(http.StatusOK).into(&accounts)
	account := "/api/v1/accounts/" + accounts.People[0].ID.String()
	for _, role := range []string{"manager", "trainee"} {
		admin.ask("PUT", account, fmt.Sprintf(`{"role": %q}`, role)).want(http.StatusOK)
		var link api.HandedLink
		admin.ask("POST", account+"/links", "").want(http.StatusCreated).into(&link)
		now := s.visitor(t)
		now.use(*link.Path).want(http.StatusOK)
		for _, path := range paths {
			if r := now.ask("GET", alder+path, ""); r.status != http.StatusNotFound {
				t.Errorf("a %s with a trainer's post is answered %d at %q", role, r.status, path)
			}
		}
		now.ask("POST", "/api/v1/accounts/"+person+"/links", "").want(http.StatusNotFound)
		var list struct{ Total int }
		now.ask("GET", "/api/v1/cohorts", "").want(http.StatusOK).into(&list)
		if posts := now.me().Posts; list.Total+len(posts) != 0 {
			t.Errorf("a %s finds %d cohorts, and is told of %v", role, list.Total, posts)
		}
		if r := now.ask("GET", "/api/v1/letters", ""); strings.Contains(string(r.body), "@") {
			t.Errorf("a %s reads who waits: %s", role, r.body)
		}
	}
}

// TestALinkForNobodyCostsAsMuchAsOneForSomebody counts what is written when a link is asked for: a commit more, which
// waits for the disk, would tell whether an address is known.
func TestALinkForNobodyCostsAsMuchAsOneForSomebody(t *testing.T) {
	t.Parallel()
	_, s := attacked(t)
	db, err := sql.Open("sqlite3", s.database)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	written := func(ask func()) int {
		before := len(rowsOf(t, db, "SELECT who FROM rate_limits UNION ALL SELECT id FROM letters"))
		ask()
		return len(rowsOf(t, db, "SELECT who FROM rate_limits UNION ALL SELECT id FROM letters")) - before
	}
	ask := func(email string) func() {
		return func() {
			s.visitor(t).ask("POST", "/api/v1/password-requests", fmt.Sprintf(`{"email": %q}`, email)).want(http.StatusAccepted)
		}
	}
	known := written(ask("trainer@matrix.example"))
	if nobody := written(ask("nobody@matrix.example")); known == 0 || nobody != known {
		t.Errorf("for somebody %d rows are written, for nobody %d", known, nobody)
	}
	keep := func(email string) func() {
		return func() {
			s.guest(t).ask("POST", "/api/v1/me/claims", fmt.Sprintf(`{"name": "Eve", "email": %q, "lang": "fr"}`, email)).want(http.StatusAccepted)
		}
	}
	fresh := written(keep("fresh@matrix.example"))
	if taken := written(keep("other@matrix.example")); fresh == 0 || taken != fresh {
		t.Errorf("under an address that is free %d rows are written, under a taken one %d", fresh, taken)
	}
}
