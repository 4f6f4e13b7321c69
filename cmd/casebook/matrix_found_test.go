package main

import (
	"fmt"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/store"
)

const (
	strong = "une phrase que nul ne devine 7"
	newbie = "nouveau@list.example"
)

// founder founds a campus over the wire, as its people would.
type founder struct {
	*campus
	t    *testing.T
	site *site
	st   *store.Store
	ids  map[string]uuid.UUID // of people, by their first name
}

// found fills the campus: in each cohort a trainer, a manager and people who have played, and everybody's secrets.
func (c *campus) found(t *testing.T) {
	t.Helper()
	site := c.serve(t, c.address)
	defer site.stop() // copies are made of a database that is closed
	st, err := store.Open(t.Context(), c.address, store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}()
	f := founder{c, t, site, st, map[string]uuid.UUID{}}
	c.tokens["guest"] = f.enter("guest", account.Guest, account.Trainee, "", "")
	for _, p := range []struct {
		who, name string
		role      account.Role
	}{
		{"admin", "Ada Regis", account.Admin},
		{"trainer", "Tarazed Aulne", account.Trainer},
		{"manager", "Markab Aulne", account.Manager},
		{"other", "Betel Bouleau", account.Trainer},
		{"foreign", "Fomal Bouleau", account.Manager},
		{"trainee", "Mirfak Aulne", account.Trainee},
		{"stranger", "Bexley Bouleau", account.Trainee},
		{"spare", "Sirius Libre", account.Trainer},
		{"waiting", "Wezen Libre", account.Trainee},
	} {
		c.tokens[p.who] = f.enter(p.who, account.Person, p.role, p.name, p.who+"@matrix.example")
	}
	alder := f.cohort("trainer", "manager", "Alderamin", "Avis d’Alderaban.")
	birch := f.cohort("other", "foreign", "Birchamin", "Avis de Birchaban.")
	given := f.assign("trainer", alder)
	foreign := f.assign("other", birch)
	f.enrol("trainer", alder, "trainee")
	f.enrol("other", birch, "stranger")
	ended := f.plays("trainee", alder, given, "Procyon d’abord")
	under := f.begins("trainee", given)
	theirs := f.plays("stranger", birch, foreign, "Rigelian d’abord")
	for i := range 5 {
		who := fmt.Sprintf("peer%d", i)
		c.tokens[who] = f.enter(who, account.Person, account.Trainee, fmt.Sprintf("Kelvar Pair %d", i), who+"@kelvar.example")
		f.enrol("trainer", alder, who)
		f.plays(who, alder, given, "Regulus d’abord")
	}
	comment := fmt.Sprintf("/api/v1/cohorts/%s/attempts/%s/comments/0", alder, ended)
	f.as(t, f.site, "trainer").ask("PUT", comment, `{"revision": 0, "levels": {"indices": 2}, "text": "Denebola : bien vu."}`).want(http.StatusOK)
	invitation, code := f.invites("trainer", alder)
	theirInvitation, _ := f.invites("other", birch)
	draft := f.as(t, f.site, "trainer").send(mine(t, "text.fr.md", "Le client qui criait", "Le client Zubeneschamali")).Draft.ID
	foreignDraft := f.as(t, f.site, "other").send(mine(t, "text.fr.md", "Le client qui criait", "Le client Bellatrix")).Draft.ID
	var logins struct{ Logins []api.Login }
	f.as(t, f.site, "trainee").ask("GET", "/api/v1/logins", "").want(http.StatusOK).into(&logins)
	link := f.link()

	trainee := f.ids["trainee"].String()
	c.named = map[string]string{
		"cohorts": alder.String(), "accounts": trainee, "people": trainee, "members": trainee, "posts": f.ids["manager"].String(),
		"attempts": ended.String(), "attempt/attempts": under.String(), "comments": "0", "media": "plan.png",
		"logins": logins.Logins[0].ID.String(), "joins": code, "invitations": invitation.String(), "assignments": given.String(),
		"case-drafts": draft.String(), "cases": toxic, "version": "1",
	}
	c.birch = map[string]string{
		"cohort": birch.String(), "assignment": foreign.String(), "account": f.ids["stranger"].String(), "attempt": theirs.String(),
		"invitation": theirInvitation.String(), "trainer": f.ids["other"].String(),
	}
	c.fields = map[string]any{
		"name": "Un Nouveau", "email": newbie, "password": strong, "token": link, "scenario": toxic, "look": "carnet", "choice": "appeler",
	}
	c.bodies = map[string]map[string]any{
		"beginAttempt": {"assignment": given}, "logIn": {"email": "spare@matrix.example"}, "givePost": {"email": "spare@matrix.example"},
		"saveComment": {"text": "Un mot."}, "eraseMe": {"word": "EFFACER"}, "erasePerson": {"word": "EFFACER"},
		"changeAccount": {"role": "trainer"}, "changeMe": {"name": "Autre Nom"},
		"join": {"name": "Un Nouveau", "email": newbie, "password": strong},
	}
	words := func(what string, readers ...string) {
		c.plants = append(c.plants, plant{what: what, words: true, readers: readers})
	}
	entrance := []string{"lookAtInvitation", "join"}
	leads := []string{"trainee", "trainer", "manager", "admin"}
	c.plants = append(c.plants, plant{"alderamin", true, leads, entrance}, plant{alder.String(), false, leads, entrance})
	words("alderaban", "trainee", "trainer", "manager", "admin")
	words("birchamin", "stranger", "other", "foreign", "admin")
	words("birchaban", "stranger", "other", "foreign", "admin")
	words("mirfak", "trainee", "trainer", "admin")
	words("trainee@matrix", "trainee", "trainer", "admin")
	words("kelvar", "trainer", "admin")
	words("bexley", "stranger", "other", "admin")
	words("stranger@matrix", "stranger", "other", "admin")
	words("tarazed", "trainee", "trainer", "manager", "admin")
	words("betel", "stranger", "other", "foreign", "admin")
	words("procyon", "trainee", "trainer")
	words("regulus", "trainer")
	words("rigelian", "stranger", "other")
	words("denebola", "trainee", "trainer")
	words("zubeneschamali", "trainer", "admin")
	words("bellatrix", "other", "admin")
	ids := func(id uuid.UUID, readers ...string) {
		c.plants = append(c.plants, plant{what: id.String(), readers: readers})
	}
	ids(birch, "stranger", "other", "foreign", "admin")
	ids(given, "trainee", "trainer", "manager", "admin")
	ids(foreign, "stranger", "other", "foreign", "admin")
	ids(invitation, "trainer", "admin")
	ids(f.ids["trainee"], "trainee", "trainer", "admin")
	ids(f.ids["peer0"], "trainer", "admin")
	ids(f.ids["stranger"], "stranger", "other", "admin")
	ids(ended, "trainee", "trainer", "admin")
	ids(under, "trainee", "trainer", "admin")
	ids(theirs, "stranger", "other", "admin")
	ids(draft, "trainer", "admin")
	ids(foreignDraft, "other", "admin")
	ids(logins.Logins[0].ID, "trainee")
}

// enter opens an account as it would have come to be, and logs somebody in.
func (f *founder) enter(who string, kind account.Kind, role account.Role, name, email string) (token string) {
	f.t.Helper()
	a := account.Account{ID: uuid.Must(uuid.NewV7()), Kind: kind, Role: role, Name: name, Email: email, CreatedAt: now()}
	if kind == account.Person && who != "waiting" && who != "trainee" { // who came by a code
		a.VerifiedAt = now()
	}
	if err := f.st.AddAccount(f.t.Context(), a); err != nil {
		f.t.Fatal(err)
	}
	accounts := account.New(f.st, f.st, now)
	e, err := accounts.Enter(f.t.Context(), account.Visitor{}, a, account.ByLink)
	if err == nil && (who == "spare" || who == "trainee") {
		e, err = accounts.ChangePassword(f.t.Context(), account.Visitor{By: a}, e.Login, "", strong)
	}
	if err != nil {
		f.t.Fatal(err)
	}
	f.ids[who] = a.ID
	return e.Token
}

func (f *founder) cohort(trainer, manager, name, notice string) uuid.UUID {
	f.t.Helper()
	var c api.Cohort
	p := f.as(f.t, f.site, trainer)
	p.ask("POST", "/api/v1/cohorts", fmt.Sprintf(`{"name": %q}`, name)).want(http.StatusCreated).into(&c)
	at := "/api/v1/cohorts/" + c.ID.String()
	p.ask("PUT", at, fmt.Sprintf(`{"revision": %d, "name": %q, "notice": %q, "retentionDays": 30}`, c.Revision, name, notice)).want(http.StatusOK)
	p.ask("PUT", at+"/posts", fmt.Sprintf(`{"email": "%s@matrix.example", "post": "manager"}`, manager)).want(http.StatusOK)
	return c.ID
}

func (f *founder) assign(trainer string, to uuid.UUID) uuid.UUID {
	f.t.Helper()
	var a api.Assignment
	f.as(f.t, f.site, trainer).ask("POST", "/api/v1/cohorts/"+to.String()+"/assignments", fmt.Sprintf(
		`{"scenario": %q, "version": 1, "opensAt": %q, "attempts": 0, "langs": [], "learning": false}`,
		toxic, now().Add(-time.Hour).Format(time.RFC3339))).want(http.StatusCreated).into(&a)
	return a.ID
}

func (f *founder) enrol(trainer string, in uuid.UUID, who string) {
	f.t.Helper()
	a, err := f.st.Account(f.t.Context(), f.ids[who])
	if err != nil {
		f.t.Fatal(err)
	}
	f.as(f.t, f.site, trainer).ask("POST", "/api/v1/cohorts/"+in.String()+"/members",
		fmt.Sprintf(`{"name": %q, "email": %q}`, a.Name, a.Email)).want(http.StatusCreated)
	p := f.as(f.t, f.site, who)
	var n api.Notice
	p.ask("GET", "/api/v1/cohorts/"+in.String()+"/notice", "").want(http.StatusOK).into(&n)
	p.ask("POST", "/api/v1/cohorts/"+in.String()+"/notice", `{"version": `+strconv.Itoa(n.Version)+`}`).want(http.StatusNoContent)
}

func (f *founder) begins(who string, given uuid.UUID) uuid.UUID {
	f.t.Helper()
	return f.as(f.t, f.site, who).ask("POST", "/api/v1/attempts", fmt.Sprintf(`{"assignment": %q, "lang": "fr"}`, given)).
		want(http.StatusCreated).attempt().ID
}

// plays plays to the end; the first decision has a reason.
func (f *founder) plays(who string, _, given uuid.UUID, reason string) uuid.UUID {
	f.t.Helper()
	p := f.as(f.t, f.site, who)
	id := f.begins(who, given)
	at := "/api/v1/attempts/" + id.String()
	a := p.ask("GET", at, "").want(http.StatusOK).attempt()
	a = p.ask("POST", at+"/decisions", fmt.Sprintf(`{"choice": "appeler", "step": %d, "rationale": %q, "confidence": 2}`, a.Step, reason)).
		want(http.StatusOK).attempt()
	p.play(a)
	return id
}

func (f *founder) invites(trainer string, to uuid.UUID) (id uuid.UUID, code string) {
	f.t.Helper()
	var made struct {
		Invitation api.Invitation
		Code       string
	}
	f.as(f.t, f.site, trainer).ask("POST", "/api/v1/cohorts/"+to.String()+"/invitations",
		fmt.Sprintf(`{"seats": 5, "expiresAt": %q}`, now().Add(time.Hour).Format(time.RFC3339))).want(http.StatusCreated).into(&made)
	return made.Invitation.ID, made.Code
}

// link is the token of a link that lets somebody into their account.
func (f *founder) link() string {
	f.t.Helper()
	var made api.HandedLink
	f.as(f.t, f.site, "admin").ask("POST", "/api/v1/accounts/"+f.ids["waiting"].String()+"/links", "").
		want(http.StatusCreated).into(&made)
	return (*made.Path)[len("/link/"):]
}
