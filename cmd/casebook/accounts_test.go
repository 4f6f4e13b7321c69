package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"casebook/api"
)

const (
	good  = "quatre mots sans rapport"
	other = "une autre phrase longue"
)

// token is the last part of a link's path.
func token(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// setupToken waits for the link by which the first admin comes in.
func (s *site) setupToken(t *testing.T) string {
	t.Helper()
	link := regexp.MustCompile(`/setup/(\S+)`)
	for range 100 {
		if found := link.FindStringSubmatch(s.said.String()); found != nil {
			return found[1]
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("no set-up link in %q", s.said)
	return ""
}

// admin is the first admin, who came in by the link that was printed.
func (s *site) admin(t *testing.T) *person {
	t.Helper()
	p := s.visitor(t)
	p.ask("POST", "/api/v1/links/uses", `{"token": "`+s.setupToken(t)+`", "name": "Ada Admin", "email": "Ada@Example.org", "password": "`+good+`"}`).
		want(http.StatusOK)
	return p
}

// invited is somebody whom an admin has invited, and who has come in by the link.
func (p *person) invited(t *testing.T, email, role string) *person {
	t.Helper()
	var done api.InvitedPerson
	p.ask("POST", "/api/v1/accounts", `{"name": "Zoé", "email": "`+email+`", "role": "`+role+`", "lang": "fr"}`).want(http.StatusCreated).into(&done)
	v := p.site.visitor(t)
	v.use(*done.Path).want(http.StatusOK)
	return v
}

func (p *person) use(path string) reply {
	p.t.Helper()
	return p.ask("POST", "/api/v1/links/uses", `{"token": "`+token(path)+`", "password": "`+good+`"}`)
}

func (p *person) logIn(email, password string) reply {
	p.t.Helper()
	return p.ask("POST", "/api/v1/logins", `{"email": "`+email+`", "password": "`+password+`"}`)
}

func (p *person) me() (a api.Account) {
	p.t.Helper()
	p.ask("GET", "/api/v1/me", "").want(http.StatusOK).into(&a)
	return a
}

func TestTheFirstAdminComesInByTheLinkThatIsPrintedOnce(t *testing.T) {
	s := start(t)
	setup := s.setupToken(t)
	p := s.visitor(t)
	var link api.Link
	p.ask("POST", "/api/v1/links/views", `{"token": "`+setup+`"}`).want(http.StatusOK).into(&link)
	if link.Kind != api.LinkKindSetup {
		t.Errorf("the link is for %s", link.Kind)
	}
	p.ask("POST", "/api/v1/links/uses", `{"token": "`+setup+`", "name": "Ada", "email": "ada@example.org", "password": "ada ada ada ada ada"}`).
		want(http.StatusUnprocessableEntity, "common_password")
	p.ask("POST", "/api/v1/links/uses", `{"token": "`+setup+`", "name": "Ada", "email": "nowhere", "password": "`+good+`"}`).
		want(http.StatusUnprocessableEntity, "bad_email")
	admin := s.admin(t)
	if a := admin.me(); a.Role != api.RoleAdmin || *a.Email != "ada@example.org" || !a.Verified || !a.HasPassword {
		t.Errorf("the first admin is %+v", a)
	}
	s.visitor(t).use(setup).want(http.StatusNotFound, "unknown_link")
	s.stop()
	again := start(t, "--database", s.database)
	again.guest(t)
	time.Sleep(50 * time.Millisecond)
	if strings.Contains(again.said.String(), "/setup/") {
		t.Error("a second set-up link is printed")
	}
}

func TestAnUnknownAddressIsAnsweredLikeAWrongPassword(t *testing.T) {
	s := start(t)
	s.admin(t)
	unknown := s.visitor(t).logIn("nobody@example.org", good).want(http.StatusUnauthorized, "wrong_login")
	wrong := s.visitor(t).logIn("ada@example.org", other).want(http.StatusUnauthorized, "wrong_login")
	noAddress := s.visitor(t).logIn("no address", other).want(http.StatusUnauthorized, "wrong_login")
	if string(unknown.body) != string(wrong.body) || string(noAddress.body) != string(wrong.body) {
		t.Errorf("told apart:\n%s\n%s\n%s", unknown.body, wrong.body, noAddress.body)
	}
	known := s.visitor(t).ask("POST", "/api/v1/password-requests", `{"email": "ada@example.org"}`).want(http.StatusAccepted)
	stranger := s.visitor(t).ask("POST", "/api/v1/password-requests", `{"email": "nobody@example.org"}`).want(http.StatusAccepted)
	if string(known.body) != string(stranger.body) {
		t.Errorf("told apart: %s, %s", known.body, stranger.body)
	}
	s.visitor(t).logIn(" ADA@example.org ", good).want(http.StatusOK)
}

func TestGuessingAtAnAccountIsSlowedDown(t *testing.T) {
	s := start(t, "--behind-proxy")
	s.admin(t)
	from := "X-Forwarded-For: 198.51.100.7"
	for range 10 {
		s.visitor(t).ask("POST", "/api/v1/logins", `{"email": "ada@example.org", "password": "no"}`, from).want(http.StatusUnauthorized)
	}
	refused := s.visitor(t).ask("POST", "/api/v1/logins", `{"email": "ada@example.org", "password": "`+good+`"}`, from).want(http.StatusTooManyRequests, "too_many_tries")
	if refused.header.Get("Retry-After") == "" {
		t.Error("nothing says how long to wait")
	}
	s.visitor(t).ask("POST", "/api/v1/logins", `{"email": "ada@example.org", "password": "`+good+`"}`, "X-Forwarded-For: 198.51.100.8").want(http.StatusOK)
}

func TestWhoGuessesAtAnAccountDoesNotKeepItsOwnerOut(t *testing.T) {
	s := start(t, "--behind-proxy")
	ada := s.admin(t)
	from := "X-Forwarded-For: 198.51.100.7"
	right, wrong := `{"email": "ada@example.org", "password": "`+good+`"}`, `{"email": "ada@example.org", "password": "no"}`
	ada.ask("POST", "/api/v1/logouts", "").want(http.StatusOK)
	for range 10 {
		s.visitor(t).ask("POST", "/api/v1/logins", wrong, from).want(http.StatusUnauthorized)
	}
	s.visitor(t).ask("POST", "/api/v1/logins", right, from).want(http.StatusTooManyRequests, "too_many_tries")
	ada.ask("POST", "/api/v1/logins", right, from).want(http.StatusOK)
	zoe := ada.invited(t, "zoe@example.org", "trainee")
	zoe.ask("POST", "/api/v1/logins", right, from).want(http.StatusTooManyRequests, "too_many_tries")
	for range 19 { // and once above
		ada.ask("POST", "/api/v1/logins", wrong, from).want(http.StatusUnauthorized)
	}
	ada.ask("POST", "/api/v1/logins", right, from).want(http.StatusTooManyRequests, "too_many_tries")
}

func TestANewPasswordEndsTheOtherLogins(t *testing.T) {
	s := start(t)
	here := s.admin(t)
	there := s.visitor(t)
	there.logIn("ada@example.org", good).want(http.StatusOK)
	here.ask("PUT", "/api/v1/me/password", `{"current": "no", "password": "`+other+`"}`).want(http.StatusUnprocessableEntity, "wrong_password")
	here.ask("PUT", "/api/v1/me/password", `{"current": "`+good+`", "password": "too short"}`).want(http.StatusUnprocessableEntity, "short_password")
	there.me()
	here.ask("PUT", "/api/v1/me/password", `{"current": "`+good+`", "password": "`+other+`"}`).want(http.StatusOK)
	here.me()
	there.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized, "not_signed_in")
	there.logIn("ada@example.org", good).want(http.StatusUnauthorized, "wrong_login")
	there.logIn("ada@example.org", other).want(http.StatusOK)
}

func TestLoginsAreListedAndCanBeEnded(t *testing.T) {
	s := start(t)
	here, there := s.admin(t), s.visitor(t)
	there.ask("POST", "/api/v1/logins", `{"email": "ada@example.org", "password": "`+good+`"}`,
		"User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0").want(http.StatusOK)
	var list struct{ Logins []api.Login }
	here.ask("GET", "/api/v1/logins", "").want(http.StatusOK).into(&list)
	if len(list.Logins) != 2 || list.Logins[0].Device != "Firefox, Windows" || list.Logins[0].Current || !list.Logins[1].Current {
		t.Fatalf("%+v", list.Logins)
	}
	stranger := s.guest(t)
	stranger.ask("DELETE", "/api/v1/logins/"+list.Logins[0].ID.String(), "").want(http.StatusNotFound, "unknown_login")
	here.ask("DELETE", "/api/v1/logins/"+list.Logins[0].ID.String(), "").want(http.StatusOK)
	there.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
	there.logIn("ada@example.org", good).want(http.StatusOK)
	here.ask("DELETE", "/api/v1/logins", "").want(http.StatusOK)
	there.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
	out := here.ask("POST", "/api/v1/logouts", "").want(http.StatusOK)
	if !strings.Contains(strings.Join(out.header.Values("Set-Cookie"), "\n"), "casebook_session=; Path=/; ") {
		t.Errorf("the cookie stays: %q", out.header.Values("Set-Cookie"))
	}
	here.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
}

func TestWhoForgetsTheirPasswordIsHandedALink(t *testing.T) {
	s := start(t)
	admin := s.admin(t)
	zoe := admin.invited(t, "zoe@example.org", "trainee")
	s.visitor(t).ask("POST", "/api/v1/password-requests", `{"email": "zoe@example.org"}`).want(http.StatusAccepted)
	zoe.ask("GET", "/api/v1/letters", "").want(http.StatusForbidden)
	var list struct{ Letters []api.Letter }
	admin.ask("GET", "/api/v1/letters", "").want(http.StatusOK).into(&list)
	if len(list.Letters) != 1 || list.Letters[0].Email != "zoe@example.org" || list.Letters[0].Kind != api.LinkKindReset {
		t.Fatalf("%+v", list.Letters)
	}
	var first, second api.HandedLink
	address := "/api/v1/accounts/" + list.Letters[0].Account.String() + "/links"
	admin.ask("POST", address, "").want(http.StatusCreated).into(&first)
	admin.ask("POST", address, "").want(http.StatusCreated).into(&second)
	s.visitor(t).use(*first.Path).want(http.StatusNotFound, "unknown_link")
	again := s.visitor(t)
	again.use(*second.Path).want(http.StatusOK)
	again.use(*second.Path).want(http.StatusNotFound, "unknown_link")
	zoe.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
	admin.ask("GET", "/api/v1/letters", "").into(&list)
	if len(list.Letters) != 0 {
		t.Errorf("still waiting: %+v", list.Letters)
	}
}

func TestAGuestWhoLogsInBringsTheirAttempts(t *testing.T) {
	s := start(t)
	admin := s.admin(t)
	guest := s.guest(t)
	a := guest.begin()
	guest.logIn("ada@example.org", good).want(http.StatusOK)
	guest.ask("GET", path(a, ""), "").want(http.StatusOK)
	admin.ask("GET", path(a, ""), "").want(http.StatusOK)
	admin.move(a, "appeler").want(http.StatusOK)
	guest.play(guest.ask("GET", path(a, ""), "").attempt())
}

func TestAGuestKeepsTheirAttemptsUnderAnAddress(t *testing.T) {
	s := start(t)
	admin, guest := s.admin(t), s.guest(t)
	a, before := guest.begin(), guest.me()
	claim := func(email string) reply {
		return guest.ask("POST", "/api/v1/me/claims", `{"name": "Gil", "email": "`+email+`", "lang": "en"}`).want(http.StatusAccepted)
	}
	if taken, free := claim("ada@example.org"), claim("gil@example.org"); string(taken.body) != string(free.body) {
		t.Errorf("told apart: %s, %s", taken.body, free.body)
	}
	var list struct{ Letters []api.Letter }
	admin.ask("GET", "/api/v1/letters", "").want(http.StatusOK).into(&list)
	if len(list.Letters) != 1 || list.Letters[0].Kind != api.LinkKindClaim || list.Letters[0].Name != "Gil" {
		t.Fatalf("%+v", list.Letters)
	}
	var handed api.HandedLink
	admin.ask("POST", "/api/v1/accounts/"+list.Letters[0].Account.String()+"/links", "").want(http.StatusCreated).into(&handed)
	elsewhere := s.visitor(t)
	elsewhere.use(*handed.Path).want(http.StatusOK)
	after := elsewhere.me()
	if after.ID != before.ID || after.Kind != api.AccountKindPerson || *after.Name != "Gil" || !after.Verified {
		t.Errorf("became %+v", after)
	}
	elsewhere.ask("GET", path(a, ""), "").want(http.StatusOK)
	admin.ask("POST", "/api/v1/me/claims", `{"name": "Gil", "email": "gil2@example.org", "lang": "en"}`).want(http.StatusConflict, "already_a_person")
}

func TestAnAdminLooksAfterPeople(t *testing.T) {
	s := start(t)
	admin := s.admin(t)
	zoe := admin.invited(t, "zoe@example.org", "trainee")
	var list struct{ People []api.Person }
	admin.ask("GET", "/api/v1/accounts?search=ZO", "").want(http.StatusOK).into(&list)
	if len(list.People) != 1 || *list.People[0].Email != "zoe@example.org" || !list.People[0].HasPassword {
		t.Fatalf("%+v", list.People)
	}
	id := list.People[0].ID.String()
	for _, asked := range []string{"GET /api/v1/accounts", "PUT /api/v1/accounts/" + id, "DELETE /api/v1/accounts/" + id + "/logins"} {
		method, where, _ := strings.Cut(asked, " ")
		body := ""
		if method == "PUT" {
			body = `{"role": "admin"}`
		}
		zoe.ask(method, where, body).want(http.StatusForbidden, "admins_only")
	}
	zoe.ask("POST", "/api/v1/accounts/"+admin.me().ID.String()+"/links", "").want(http.StatusNotFound, "unknown_account")
	admin.ask("PUT", "/api/v1/accounts/"+id, `{"role": "trainer"}`).want(http.StatusOK)
	zoe.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
	zoe.logIn("zoe@example.org", good).want(http.StatusOK)
	zoe.ask("POST", "/api/v1/accounts/"+admin.me().ID.String()+"/links", "").want(http.StatusNotFound, "unknown_account")
	admin.ask("DELETE", "/api/v1/accounts/"+id+"/logins", "").want(http.StatusOK)
	zoe.ask("GET", "/api/v1/me", "").want(http.StatusUnauthorized)
	admin.ask("PUT", "/api/v1/accounts/"+id, `{"closed": true}`).want(http.StatusOK)
	zoe.logIn("zoe@example.org", good).want(http.StatusUnauthorized, "wrong_login")
	admin.ask("POST", "/api/v1/accounts/"+id+"/links", "").want(http.StatusConflict, "closed_account")
	admin.ask("PUT", "/api/v1/accounts/"+admin.me().ID.String(), `{"role": "trainee"}`).want(http.StatusConflict, "last_admin")
	admin.ask("PUT", "/api/v1/accounts/"+admin.me().ID.String(), `{"closed": true}`).want(http.StatusConflict, "last_admin")
	admin.me()
	admin.ask("PUT", "/api/v1/accounts/"+id, `{"closed": false}`).want(http.StatusOK)
	zoe.logIn("zoe@example.org", good).want(http.StatusOK)
}

func TestSomebodyCorrectsWhatIsSaidOfThem(t *testing.T) {
	s := start(t)
	admin := s.admin(t)
	zoe := admin.invited(t, "zoe@example.org", "trainee")
	zoe.ask("PUT", "/api/v1/me", `{"name": " Zoé   Martin ", "lang": "en"}`).want(http.StatusOK)
	zoe.ask("PUT", "/api/v1/me", `{"email": "martin@example.org"}`).want(http.StatusUnprocessableEntity, "wrong_password")
	zoe.ask("PUT", "/api/v1/me", `{"email": "ada@example.org", "password": "`+good+`"}`).want(http.StatusConflict, "address_taken")
	zoe.ask("PUT", "/api/v1/me", `{"email": "Martin@example.org", "password": "`+good+`"}`).want(http.StatusOK)
	if a := zoe.me(); *a.Name != "Zoé Martin" || *a.Email != "martin@example.org" || a.Verified || *a.Lang != api.LangEn {
		t.Errorf("is %+v", a)
	}
	var done api.InvitedPerson
	admin.ask("POST", "/api/v1/accounts", `{"name": "M", "email": "martin@example.org", "role": "trainee", "lang": "fr"}`).want(http.StatusCreated).into(&done)
	if done.Was != api.InvitedPersonWasUnverified || done.Path == nil {
		t.Errorf("invited again: %+v", done)
	}
	guest := s.guest(t)
	guest.ask("PUT", "/api/v1/me", `{"name": "X"}`).want(http.StatusForbidden, "not_for_guests")
	guest.ask("PUT", "/api/v1/me/password", `{"password": "`+good+`"}`).want(http.StatusForbidden, "not_for_guests")
}

func TestAnAdminIsLetInFromTheMachineItself(t *testing.T) {
	s := start(t)
	s.admin(t)
	for _, email := range []string{"ada@example.org", "eve@example.org"} {
		code, out, err := invoke(english, "account", "admin", "--database", s.database, "--public-url", s.url, email)
		if code != fine {
			t.Fatalf("exit code %d: %s", code, err)
		}
		p := s.visitor(t)
		p.use(strings.TrimSpace(out)).want(http.StatusOK)
		if a := p.me(); a.Role != api.RoleAdmin || *a.Email != email {
			t.Errorf("came in as %+v", a)
		}
	}
	if code, out, _ := invoke(english, "account", "list", "--database", s.database); code != fine || strings.Count(out, "admin ") != 2 {
		t.Errorf("exit code %d, lists\n%s", code, out)
	}
	if code, _, err := invoke(english, "account", "admin", "--database", s.database, "nowhere"); code != failed || !strings.Contains(err, "not an e-mail") {
		t.Errorf("exit code %d, %s", code, err)
	}
}
