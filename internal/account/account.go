// Package account knows who people are, what their role lets them do, and how they prove it.
package account

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
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
	Former Kind = "former" // somebody whose name was let go: what is left of their attempts, for statistics
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

// Listed is a person as the list of people shows them.
type Listed struct {
	Account
	Outside bool // whether they have come by their organisation's own login
}

// Place is where a page of people ends: the next begins after it.
type Place struct {
	Folded string // of the last entry
	ID     uuid.UUID
}

// Post is what somebody is to a cohort that they do not learn in.
type Post struct {
	Cohort uuid.UUID
	Name   string // the cohort's
	Post   string // trainer or manager
}

// Service opens accounts, finds them, and lets people in.
type Service struct {
	store  Store
	limits Limits
	hasher hasher
	now    func() time.Time

	Mails bool // whether letters are sent; links are handed over otherwise
}

// New makes a service; now answers in UTC.
func New(store Store, limits Limits, now func() time.Time) *Service {
	return &Service{store: store, limits: limits, hasher: newHasher(), now: now}
}

// OpenGuest opens an account for somebody who wants to play at once. They are counted by the network that they come
// from, unless it is empty.
func (s *Service) OpenGuest(ctx context.Context, from string) (Account, error) {
	if err := s.use(ctx, tooManyGuests, use{guests, from}); err != nil {
		return Account{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Account{}, err
	}
	a := Account{ID: id, Kind: Guest, Role: Trainee, CreatedAt: s.now()}
	return a, s.store.AddAccount(ctx, a)
}

// Find returns the account behind a login. One that was closed is not there.
func (s *Service) Find(ctx context.Context, id uuid.UUID) (Account, error) {
	a, err := s.store.Account(ctx, id)
	if err == nil && !a.ClosedAt.IsZero() {
		return Account{}, SignInFirst()
	}
	return a, err
}

// FindByEmails finds the accounts of addresses, which are in lower case.
func (s *Service) FindByEmails(ctx context.Context, emails []string) (map[string]Account, error) {
	return s.store.FindByEmails(ctx, emails)
}

// Posts lists what somebody is to cohorts, as far as their role lets them be it.
func (s *Service) Posts(ctx context.Context, by Account) ([]Post, error) {
	if by.Kind == Guest || by.Role == Trainee {
		return nil, nil
	}
	posts, err := s.store.Posts(ctx, by.ID)
	return slices.DeleteFunc(posts, func(p Post) bool { return by.Role == Manager && p.Post != string(Manager) }), err
}
