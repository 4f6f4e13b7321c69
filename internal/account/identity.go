package account

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

// Identity is who somebody is to their organisation's own login. Issuer and Subject alone say who; the rest may change.
type Identity struct {
	Issuer, Subject string
	Name, Email     string
	EmailVerified   bool
	Role            Role // that their groups give; empty when the provider says nothing of roles
}

// Acquaintance is what is known of an identity: the account that it was met with, or else the one under its address.
type Acquaintance struct {
	Known     bool
	SameEmail bool
	Outside   bool // the account under its address belongs to another identity
	Account   Account
}

// Recognise lets somebody in whom their organisation's own login vouches for. Their role follows their groups, each
// time. An account that is there under their address becomes theirs when the provider has checked the address, and so
// have we, or nobody can log in to it yet; otherwise they are refused.
func (s *Service) Recognise(ctx context.Context, v Visitor, id Identity) (Entry, error) {
	email, err := CleanEmail(id.Email)
	if err != nil {
		email = ""
	}
	id.Email = email
	own, err := uuid.NewV7()
	if err != nil {
		return Entry{}, err
	}
	now := s.now()
	a, err := s.store.Recognise(ctx, id, func(met Acquaintance) (Account, error) {
		a := met.Account
		switch {
		case !met.Known && !met.SameEmail:
			a = Account{ID: own, Kind: Person, Role: Trainee, Email: email, CreatedAt: now}
		case !a.ClosedAt.IsZero():
			return a, closedToYou()
		case met.SameEmail && !mayLink(id, met):
			return a, addressElsewhere()
		}
		return id.told(a, met, now), nil
	})
	if err != nil {
		return Entry{}, err
	}
	return s.Enter(ctx, v, a, ByOIDC)
}

// told is an account with what its identity says of it.
func (id Identity) told(a Account, met Acquaintance, now time.Time) Account {
	if a.Name == "" || met.Known {
		a.Name = nameOf(id, a)
	}
	if id.EmailVerified && a.Email == id.Email && a.Email != "" && a.VerifiedAt.IsZero() {
		a.VerifiedAt = now
	}
	if id.Role != "" {
		a.Role = id.Role
	}
	return a
}

// mayLink reports whether an identity may take the account under its address.
func mayLink(id Identity, met Acquaintance) bool {
	return id.EmailVerified && !met.Outside && (!met.Account.VerifiedAt.IsZero() || met.Account.Password == "")
}

// nameOf is the name that an identity gives an account, or the one that it has.
func nameOf(id Identity, a Account) string {
	if name, err := CleanName(id.Name); err == nil {
		return name
	}
	if a.Name != "" {
		return a.Name
	}
	before, _, _ := strings.Cut(id.Email, "@")
	if name, err := CleanName(before); err == nil {
		return name
	}
	return "?"
}

// RoleOf is the highest role that groups give, by what each is worth; empty when there is nothing to go by. Who is in
// none of those groups is a trainee.
func RoleOf(groups []string, worth map[string]Role) Role {
	if len(worth) == 0 {
		return ""
	}
	order := []Role{Trainee, Trainer, Manager, Admin}
	best := 0
	for _, g := range groups {
		best = max(best, slices.Index(order, worth[g]))
	}
	return order[best]
}

func closedToYou() error {
	return fault.New(fault.Unauthorized, "closed_account", fault.Text{
		FR: "Votre compte a été fermé. Adressez-vous à un administrateur.",
		EN: "Your account was closed. Turn to an admin.",
	})
}

func addressElsewhere() error {
	return fault.New(fault.Conflict, "address_elsewhere", fault.Text{
		FR: "Votre adresse a déjà un compte ici, que cette connexion ne prouve pas être le vôtre. Connectez-vous par mot de passe, ou adressez-vous à un administrateur.",
		EN: "Your address has an account here already, which this login does not prove to be yours. Log in with your password, or turn to an admin.",
	})
}
