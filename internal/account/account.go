// Package account knows who is signed in. For now everybody is a guest: an account without a password, behind a
// login cookie. Names, passwords and roles join here.
package account

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

// LoginLifetime is how long a guest's login is kept.
const LoginLifetime = 90 * 24 * time.Hour

// Kind says how an account came to be.
type Kind string

// The kinds of account.
const (
	Guest Kind = "guest" // somebody who plays without signing up
	Demo  Kind = "demo"  // nobody: made up, to show what a database full of attempts looks like
)

// Account is one person's.
type Account struct {
	ID        uuid.UUID
	Kind      Kind
	CreatedAt time.Time
}

// Store keeps accounts. Account answers a fault of kind NotFound for an id it does not hold.
type Store interface {
	AddAccount(ctx context.Context, a Account) error
	Account(ctx context.Context, id uuid.UUID) (Account, error)
}

// Service opens accounts and finds them.
type Service struct {
	store  Store
	limits Limits
	now    func() time.Time
}

// New makes a service; now answers in UTC.
func New(store Store, limits Limits, now func() time.Time) *Service {
	return &Service{store, limits, now}
}

// OpenGuest opens an account for somebody who wants to play at once. They are counted by the network that they come
// from, unless it is empty.
func (s *Service) OpenGuest(ctx context.Context, from string) (Account, error) {
	if from != "" {
		wait, err := s.limits.Use(ctx, guests, from)
		if err != nil {
			return Account{}, err
		}
		if wait > 0 {
			return Account{}, tooManyGuests(wait)
		}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Account{}, err
	}
	a := Account{ID: id, Kind: Guest, CreatedAt: s.now()}
	return a, s.store.AddAccount(ctx, a)
}

// Find returns the account behind a login.
func (s *Service) Find(ctx context.Context, id uuid.UUID) (Account, error) {
	return s.store.Account(ctx, id)
}

// SignInFirst is the refusal for somebody who is not signed in.
func SignInFirst() error {
	return fault.New(fault.Unauthorized, "not_signed_in", fault.Text{
		FR: "Votre accès a expiré ou n’a pas été ouvert. Revenez à l’accueil pour commencer une partie.",
		EN: "Your login has expired or was never opened. Go back to the home page to begin.",
	})
}
