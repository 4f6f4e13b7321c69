package account

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Invitee is somebody who is to have an account.
type Invitee struct {
	Name, Email string
	Lang        string // fr or en
	Role        Role   // empty is Trainee; only an admin invites others
}

// Newcomer is an invitee with what it takes to let them in, for the store to keep: an account, unless there is one for
// their address, and a link or a letter, if they need one.
type Newcomer struct {
	Account Account
	Token   string // of Link; empty when a letter brings one
	Link    Link
	Letter  Letter // to be sent; its Kind is empty when there is none
}

// Was is what there was of an invitee before.
type Was string

// What there may be.
const (
	WasNew        Was = "new"        // nothing
	WasWaiting    Was = "waiting"    // an account that nobody has been in yet
	WasUnverified Was = "unverified" // an account under an address that nobody has checked: whoever opens the link gets it
	WasKnown      Was = "known"      // an account that needs no link
)

// Invited is what became of an invitee.
type Invited struct {
	Account uuid.UUID
	Email   string
	Was     Was
	Mailed  bool   // a link goes to them by mail
	Token   string // of the link to hand over; empty when there is none, or when it is mailed
}

// Newcomers prepares to invite people, in the order given: invalid addresses and names are the first fault. What it
// makes is kept by the store, with whatever else is to be kept in the same transaction, and with what rights by has.
func (s *Service) Newcomers(by Account, people []Invitee) ([]Newcomer, error) {
	list := make([]Newcomer, len(people))
	for i, p := range people {
		n, err := s.newcomer(by, p)
		if err != nil {
			return nil, err
		}
		list[i] = n
	}
	return list, nil
}

func (s *Service) newcomer(by Account, p Invitee) (Newcomer, error) {
	name, err := CleanName(p.Name)
	if err != nil {
		return Newcomer{}, err
	}
	email, err := CleanEmail(p.Email)
	if err != nil {
		return Newcomer{}, err
	}
	role := Trainee
	if p.Role != "" && by.Role == Admin {
		role = p.Role
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Newcomer{}, err
	}
	now := s.now()
	n := Newcomer{Account: Account{ID: id, Kind: Person, Role: role, Name: name, Email: email, Lang: p.Lang, CreatedAt: now}}
	if s.Mails {
		n.Letter, err = newLetter(ToInvite, n.Account, now)
		return n, err
	}
	n.Token, n.Link = s.newLink(Invitation, n.Account, by.ID, invitationTime)
	return n, nil
}

// Invite opens accounts for those who have none, and lets in those who have not been in yet: by mail, or by links for
// by to hand over. All or nothing.
func (s *Service) Invite(ctx context.Context, by Account, people []Invitee) ([]Invited, error) {
	list, err := s.Newcomers(by, people)
	if err != nil {
		return nil, err
	}
	return s.store.Invite(ctx, by, list)
}

func newLetter(kind LetterKind, to Account, at time.Time) (Letter, error) {
	id, err := uuid.NewV7()
	return Letter{ID: id, Kind: kind, Account: to.ID, Name: to.Name, Email: to.Email, Lang: to.Lang, AskedAt: at}, err
}

// newLink makes a link into an account, good for so long. Its token is for whoever it is handed to.
func (s *Service) newLink(kind LinkKind, to Account, by uuid.UUID, lasts time.Duration) (token string, link Link) {
	token, now := newToken(), s.now()
	return token, Link{
		Digest: DigestOf(token), Kind: kind, Account: to.ID, Name: to.Name, Email: to.Email, By: by,
		MadeAt: now, ExpiresAt: now.Add(lasts),
	}
}

// WasOf is what there was of an invitee. A link into an account that may do more than a trainee is an admin's to make,
// and so is one into an account that somebody has been in, unless a letter brings it to its address.
func WasOf(by, there Account, found, outside, mailed bool) Was {
	switch {
	case !found:
		return WasNew
	case there.Kind != Person, !there.ClosedAt.IsZero(), there.Role != Trainee && by.Role != Admin:
		return WasKnown
	case there.Password == "" && !outside:
		return WasWaiting
	case there.VerifiedAt.IsZero() && (mailed || by.Role == Admin):
		return WasUnverified
	default:
		return WasKnown
	}
}
