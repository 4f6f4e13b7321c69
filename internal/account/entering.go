package account

import (
	"context"

	"github.com/google/uuid"
)

// Setup makes the link by which the first admin comes in, in the place of the one before. It is not needed once there
// is an admin.
func (s *Service) Setup(ctx context.Context) (token string, needed bool, err error) {
	token, link := s.newLink(Setup, Account{}, uuid.Nil, setupTime)
	needed, err = s.store.OpenSetup(ctx, link)
	return token, needed, err
}

// ViewLink tells what a link is for, and changes nothing.
func (s *Service) ViewLink(ctx context.Context, v Visitor, token string) (Link, error) {
	if err := s.use(ctx, tooManyTries, use{linksFrom, v.From}); err != nil {
		return Link{}, err
	}
	return s.store.Link(ctx, DigestOf(token))
}

// Particulars are what somebody says of themselves when they come in for the first time. What is empty is left as it
// is, where there is something.
type Particulars struct {
	Name, Email, Lang, Password string
}

// UseLink sets the password of the account that a link leads into, and logs its holder in. Whoever has opened it has
// shown that the address is theirs.
func (s *Service) UseLink(ctx context.Context, v Visitor, token string, p Particulars) (Entry, error) {
	link, err := s.ViewLink(ctx, v, token)
	if err != nil {
		return Entry{}, err
	}
	if p, err = p.completed(link); err != nil {
		return Entry{}, err
	}
	if err := CheckPassword(p.Password, Account{Name: p.Name, Email: p.Email}); err != nil {
		return Entry{}, err
	}
	hash, err := s.hasher.hash(ctx, p.Password)
	if err != nil {
		return Entry{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Entry{}, err
	}
	a, err := s.store.UseLink(ctx, DigestOf(token), func(l Link, a *Account) error {
		if l.Kind == Setup {
			*a = Account{ID: id, Role: Admin, CreatedAt: s.now()}
		}
		a.Kind, a.Name, a.Email, a.Password, a.VerifiedAt = Person, p.Name, p.Email, hash, s.now()
		if p.Lang != "" {
			a.Lang = p.Lang
		}
		return nil
	})
	if err != nil {
		return Entry{}, err
	}
	v.Digest = "" // UseLink has ended it, or it is another account's
	e, err := s.Enter(ctx, v, a, ByLink)
	if err != nil {
		return Entry{}, err
	}
	return s.remembered(ctx, v, e)
}

// completed takes from a link what was not said. The address is the link's, which it verifies, where it has one.
func (p Particulars) completed(l Link) (Particulars, error) {
	if p.Name == "" {
		p.Name = l.Name
	}
	if l.Email != "" {
		p.Email = l.Email
	}
	var err error
	if p.Name, err = CleanName(p.Name); err == nil {
		p.Email, err = CleanEmail(p.Email)
	}
	return p, err
}

// Becoming prepares to make a guest a person, in place: what they have played stays theirs. The address is not verified.
// What it answers is for the store to do, with whatever else is to be kept in the same transaction.
func (s *Service) Becoming(ctx context.Context, by Account, p Particulars) (become func(*Account) error, err error) {
	if by.Kind != Guest {
		return nil, guestsOnly()
	}
	if err := s.use(ctx, tooManyTries, use{emailsFor, by.ID.String()}); err != nil {
		return nil, err
	}
	if p, err = p.completed(Link{}); err != nil {
		return nil, err
	}
	if err := CheckPassword(p.Password, Account{Name: p.Name, Email: p.Email}); err != nil {
		return nil, err
	}
	hash, err := s.hasher.hash(ctx, p.Password)
	if err != nil {
		return nil, err
	}
	return func(a *Account) error {
		if a.Kind != Guest {
			return guestsOnly()
		}
		a.Kind, a.Name, a.Email, a.Lang, a.Password = Person, p.Name, p.Email, p.Lang, hash
		return nil
	}, nil
}
