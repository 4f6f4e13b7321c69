// Package account knows who people are, what their role lets them do, and how they prove it.
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
	Guest  Kind = "guest"  // somebody who plays without signing up
	Person Kind = "person" // somebody with a name, and an address or a login at their company's
	Demo   Kind = "demo"   // nobody: made up, to show what a database full of attempts looks like
)

// Role is what a person may do here at all; in which cohorts, their posts say.
type Role string

// The roles.
const (
	Trainee Role = "trainee"
	Trainer Role = "trainer"
	Manager Role = "manager"
	Admin   Role = "admin"
)

// Account is one person's. A guest has neither name nor address, and the role of a trainee.
type Account struct {
	ID         uuid.UUID
	Kind       Kind
	Role       Role
	Name       string
	Email      string // in lower case; empty, or nobody else's
	Lang       string // fr or en, or empty when they have not said
	Password   string // a PHC string; empty when there is none to log in with
	CreatedAt  time.Time
	VerifiedAt time.Time // when they showed that the address is theirs; zero when they have not
	ClosedAt   time.Time // when they were shut out; zero when they are welcome
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
	a := Account{ID: id, Kind: Guest, Role: Trainee, CreatedAt: s.now()}
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
