package scenario

import "testing"

func TestARoleIsSaidInTheLanguageOfTheText(t *testing.T) {
	for _, c := range []struct{ role, lang, want string }{
		{"équipe", "en", "team"},
		{"équipe", "fr", "équipe"},
		{"team", "fr", "équipe"},
		{"Client", "en", "client"},
		{"notaire", "en", "notaire"},
	} {
		if got := (Character{Role: c.role}).RoleIn(c.lang); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.role, c.lang, got, c.want)
		}
	}
}
