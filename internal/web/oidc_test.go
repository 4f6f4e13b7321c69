package web

import (
	"errors"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/api"
	"casebook/internal/fault"
)

func TestTheContractListsEachRefusalThatTheLoginsPageIsTold(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, code := range doc.Components.Schemas["LoginRefusal"].Value.Enum {
		listed = append(listed, code.(string))
	}
	told := slices.Sorted(slices.Values(loginRefusals))
	if slices.Sort(listed); !slices.Equal(listed, told) {
		t.Errorf("the contract lists %q, the server tells %q", listed, told)
	}
}

// Whoever adds a refusal to the rooms that this login goes through gives it words.
func TestEachRefusalOfTheOrganisationsLoginIsTold(t *testing.T) {
	const refusal = `fault\.New\(fault\.\w+, "(\w+)"`
	codes := slices.Concat(inSources(t, "../oidc/*.go", refusal), inSources(t, "../account/identity.go", refusal))
	if len(codes) != 5 {
		t.Errorf("the refusals of these rooms are %q", codes)
	}
	codes = append(codes, "last_admin", "raced", "database_away", "disk_full") // with which others refuse, too
	log := new(strings.Builder)
	s := &server{Services: Services{Log: slog.New(slog.NewJSONHandler(log, nil))}}
	told := func(err error) string {
		t.Helper()
		to, wrong := url.Parse(s.backToLogin(t.Context(), err).to)
		if wrong != nil || to.Path != "/login" {
			t.Fatal(to, wrong)
		}
		return to.Query().Get("refused")
	}
	for _, code := range codes {
		if got := told(fault.New(fault.Conflict, code, fault.Text{})); got != code {
			t.Errorf("%s is told as %s", code, got)
		}
	}
	if log.Len() > 0 {
		t.Errorf("refusals are no errors: %s", log)
	}
	for _, err := range []error{errors.New("odd"), fault.New(fault.Conflict, "step_taken", fault.Text{})} {
		log.Reset()
		if got := told(err); got != "oidc_failed" || !strings.Contains(log.String(), err.Error()) {
			t.Errorf("%v is told as %s, and logged as %s", err, got, log)
		}
	}
}
