package account_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// desk keeps accounts in memory and lets one of each network through.
type desk struct {
	account.Store  // of which nobody asks for the rest here
	account.Limits // nor of these

	accounts map[uuid.UUID]account.Account
	seen     map[string]bool
}

func (d desk) AddAccount(_ context.Context, a account.Account) error {
	d.accounts[a.ID] = a
	return nil
}

func (d desk) Account(_ context.Context, id uuid.UUID) (account.Account, error) {
	return d.accounts[id], nil
}

func (d desk) Use(_ context.Context, l account.Limit, who string) (time.Duration, error) {
	if d.seen[l.What+who] {
		return 90 * time.Second, nil
	}
	d.seen[l.What+who] = true
	return 0, nil
}

func TestANetworkThatHasOpenedTooManyAccountsIsAskedToWait(t *testing.T) {
	d := desk{accounts: map[uuid.UUID]account.Account{}, seen: map[string]bool{}}
	s := account.New(d, d, time.Now)
	for _, from := range []string{"192.0.2.1", "192.0.2.2", "", ""} {
		if _, err := s.OpenGuest(t.Context(), from); err != nil {
			t.Errorf("from %q: %v", from, err)
		}
	}
	_, err := s.OpenGuest(t.Context(), "192.0.2.1")
	f, ok := fault.From(err)
	if !ok || f.Kind != fault.TooMany || f.Extra["retry_after"] != 90*time.Second || len(d.accounts) != 4 {
		t.Fatalf("%v, and there are %d accounts", err, len(d.accounts))
	}
	if want := "Trop de personnes ont commencé depuis votre réseau ces dernières minutes. Réessayez dans 2 min."; f.Text.FR != want {
		t.Errorf("told %q", f.Text.FR)
	}
}
