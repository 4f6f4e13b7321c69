package store

import (
	"testing"
	"time"

	"casebook/internal/account"
	"casebook/internal/fault"
)

func TestAnAccountIsFoundAsItWasAdded(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		want := account.Account{ID: newID(t), Kind: account.Guest, Role: account.Trainee, CreatedAt: noon}
		if err := s.AddAccount(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		got, err := s.Account(t.Context(), want.ID)
		if err != nil || got != want {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
		wantFault(t, s.AddAccount(t.Context(), want), fault.Conflict, "raced")
		_, err = s.Account(t.Context(), newID(t))
		wantFault(t, err, fault.NotFound, "unknown_account")
	})
}

func TestTimesComeBackInUTCToTheMicrosecond(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		tokyo := time.FixedZone("Tokyo", 9*60*60)
		a := account.Account{ID: newID(t), Kind: account.Guest, Role: account.Trainee, CreatedAt: time.Date(2026, 7, 1, 3, 4, 5, 678901999, tokyo)}
		if err := s.AddAccount(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		got, err := s.Account(t.Context(), a.ID)
		want := time.Date(2026, 6, 30, 18, 4, 5, 678901000, time.UTC)
		if err != nil || got.CreatedAt != want {
			t.Errorf("got %v, %v, want %v", got.CreatedAt, err, want)
		}
	})
}
