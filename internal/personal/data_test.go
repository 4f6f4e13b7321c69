package personal

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
)

// TestWhatIsKeptHasNamesThatStay holds data.json to its format: programs read it by these names.
func TestWhatIsKeptHasNamesThatStay(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	ann := account.Account{
		ID: uuid.UUID{15: 1}, Kind: account.Person, Role: account.Trainer, Name: "Ann", Email: "ann@x.fr", Lang: "fr", CreatedAt: at,
	}
	held := Holdings{
		Enrolments: []Enrolled{{"Spring", cohort.ByHand, 2, at, time.Time{}}, {"Autumn", cohort.ByImport, 0, at, at}},
		Posts:      []Held{{"Winter", cohort.Trainer}},
		Logins:     []Login{{"password", "Firefox", at, at}},
		Identities: []Identity{{"https://login.example.com", "s1", at}},
	}
	for _, c := range []struct {
		held Holdings
		want string
	}{
		{held, `"enrolments":[{"cohort":"Spring","way":"hand","noticeRead":2,"enrolledAt":"2026-03-02T09:00:00Z"},` +
			`{"cohort":"Autumn","way":"import","noticeRead":0,"enrolledAt":"2026-03-02T09:00:00Z","leftAt":"2026-03-02T09:00:00Z"}],` +
			`"posts":[{"cohort":"Winter","post":"trainer"}],` +
			`"logins":[{"way":"password","device":"Firefox","openedAt":"2026-03-02T09:00:00Z","endsAt":"2026-03-02T09:00:00Z"}],` +
			`"identities":[{"issuer":"https://login.example.com","subject":"s1","linkedAt":"2026-03-02T09:00:00Z"}]}`},
		{Holdings{}, `"enrolments":[],"posts":[],"logins":[],"identities":[]}`},
	} {
		a := archive{srv: &Service{now: func() time.Time { return at }}, by: ann, held: c.held}
		got, err := json.Marshal(a.head())
		want := `{"format":"casebook personal data 1","exportedAt":"2026-03-02T09:00:00Z","account":{"id":"00000000-0000-0000-0000-000000000001",` +
			`"kind":"person","role":"trainer","name":"Ann","email":"ann@x.fr","lang":"fr","createdAt":"2026-03-02T09:00:00Z"},` + c.want
		if err != nil || string(got) != want {
			t.Errorf("%v\n%s, want\n%s", err, got, want)
		}
	}
}
