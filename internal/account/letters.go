package account

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

// Forget asks for a link to set a new password. It answers alike whether the address is known or not.
func (s *Service) Forget(ctx context.Context, v Visitor, email string) error {
	email, err := CleanEmail(email)
	if err != nil {
		return err
	}
	if err := s.use(ctx, tooManyTries, use{lettersFrom, v.From}, use{lettersTo, email}); err != nil {
		return err
	}
	a, found, err := s.store.AccountByEmail(ctx, email)
	switch {
	case err != nil:
		return err
	case !found || a.Kind != Person || !a.ClosedAt.IsZero():
		return s.writeToNobody(ctx, email)
	}
	return s.write(ctx, ToReset, a)
}

// writeToNobody takes as long as to write to somebody: who measures it does not learn whether an address is known.
func (s *Service) writeToNobody(ctx context.Context, email string) error {
	return s.use(ctx, tooManyTries, use{lettersToNobody, email})
}

// KeepAttempts asks for the link by which a guest's account becomes a person's. It answers alike when the address is
// somebody's already: the letter says so to them.
func (s *Service) KeepAttempts(ctx context.Context, v Visitor, p Particulars) error {
	if v.By.Kind != Guest {
		return guestsOnly()
	}
	p, err := p.completed(Link{})
	if err != nil {
		return err
	}
	if err := s.use(ctx, tooManyTries, use{lettersFrom, v.From}, use{lettersTo, p.Email}); err != nil {
		return err
	}
	a, found, err := s.store.AccountByEmail(ctx, p.Email)
	switch {
	case err != nil:
		return err
	case found && s.Mails && a.ClosedAt.IsZero():
		return s.write(ctx, Taken, a)
	case found:
		return s.writeToNobody(ctx, p.Email)
	}
	return s.write(ctx, ToClaim, Account{ID: v.By.ID, Name: p.Name, Email: p.Email, Lang: p.Lang})
}

func (s *Service) write(ctx context.Context, kind LetterKind, to Account) error {
	l, err := newLetter(kind, to, s.now())
	if err != nil {
		return err
	}
	return s.store.AddLetter(ctx, l)
}

// Handed is a link that was made for somebody.
type Handed struct {
	Kind      LinkKind
	Mailed    bool   // it goes out by mail
	Token     string // to hand over; empty when it is mailed
	ExpiresAt time.Time
}

// LinkFor makes a link that lets somebody in: an admin for anybody, a trainer for their trainees. Mail brings it, or
// whoever asked hands it over.
func (s *Service) LinkFor(ctx context.Context, by Account, id uuid.UUID) (Handed, error) {
	scope := Charges(by)
	kind, a, err := s.needed(ctx, scope, id)
	switch {
	case err != nil:
		return Handed{}, err
	case !a.ClosedAt.IsZero():
		return Handed{}, closedAccount()
	case a.Email == "":
		return Handed{}, noAddress()
	case s.Mails:
		return Handed{Kind: kind, Mailed: true}, s.write(ctx, LetterKind(kind), a)
	}
	lasts := handedTime
	if kind == Invitation {
		lasts = invitationTime
	}
	token, link := s.newLink(kind, a, by.ID, lasts)
	return Handed{kind, false, token, link.ExpiresAt}, s.store.AddLink(ctx, scope, link)
}

// needed is what kind of link lets somebody in, and with which name and address.
func (s *Service) needed(ctx context.Context, scope Scope, id uuid.UUID) (LinkKind, Account, error) {
	a, err := s.store.AccountIn(ctx, scope, id)
	switch {
	case err != nil:
		return "", a, err
	case a.Kind == Guest:
		l, found, err := s.store.WaitingLetter(ctx, scope, id)
		if err == nil && !found {
			err = noAddress()
		}
		a.Name, a.Email, a.Lang = l.Name, l.Email, l.Lang
		return Claim, a, err
	case a.Password == "" && a.VerifiedAt.IsZero():
		return Invitation, a, nil
	default:
		return Reset, a, nil
	}
}

// Letters lists who waits for a link that no mail brings: because none is sent, or because it did not leave.
func (s *Service) Letters(ctx context.Context, by Account) ([]Letter, error) {
	if by.Role == Trainee {
		return nil, staffOnly()
	}
	list, err := s.store.Letters(ctx, Charges(by))
	if err != nil || !s.Mails {
		return list, err
	}
	var stuck []Letter
	for _, l := range list {
		if l.Tries >= 3 {
			stuck = append(stuck, l)
		}
	}
	return stuck, nil
}

// Mail is a letter as it leaves.
type Mail struct {
	Kind      LetterKind
	Name      string
	Email     string
	Lang      string // fr or en
	Token     string // of the link that it brings; empty when it brings none
	ExpiresAt time.Time
}

// Carrier brings mail. Delivered reports that it was taken by somebody who will bring it on.
type Carrier interface {
	Deliver(ctx context.Context, m Mail) error
}

// again is how long a letter that did not leave waits, the first time.
const again = time.Minute

// Send lets so many letters leave at most, each with a link that is made for it, and answers how many did. One that does
// not leave is tried again later, and stops none of the others.
func (s *Service) Send(ctx context.Context, by Carrier, most int) (sent int, err error) {
	list, err := s.store.TakeLetters(ctx, most, again)
	if err != nil {
		return 0, err
	}
	var errs []error
	for _, l := range list {
		if err := s.send(ctx, by, l); err != nil {
			errs = append(errs, err)
			continue
		}
		sent++
	}
	return sent, errors.Join(errs...)
}

// postedTimes are how long the links are good for that letters bring.
var postedTimes = map[LetterKind]time.Duration{ToInvite: invitationTime, ToReset: resetTime, ToClaim: handedTime}

func (s *Service) send(ctx context.Context, by Carrier, l Letter) error {
	m := Mail{Kind: l.Kind, Name: l.Name, Email: l.Email, Lang: l.Lang}
	if lasts, brings := postedTimes[l.Kind]; brings {
		to := Account{ID: l.Account, Name: l.Name, Email: l.Email}
		token, link := s.newLink(LinkKind(l.Kind), to, uuid.Nil, lasts)
		if err := s.store.AddPostedLink(ctx, link); err != nil {
			return err
		}
		m.Token, m.ExpiresAt = token, link.ExpiresAt
	}
	if err := by.Deliver(ctx, m); err != nil {
		return err
	}
	return s.store.LetterSent(ctx, l.ID)
}

func closedAccount() error {
	return fault.New(fault.Conflict, "closed_account", fault.Text{
		FR: "Ce compte est fermé. Rouvrez-le d’abord.",
		EN: "This account is closed. Reopen it first.",
	})
}

func noAddress() error {
	return fault.New(fault.Conflict, "no_address", fault.Text{
		FR: "Ce compte n’a pas d’adresse à laquelle un lien pourrait mener.",
		EN: "This account has no address that a link could be for.",
	})
}

func staffOnly() error {
	return fault.New(fault.Forbidden, "staff_only", fault.Text{
		FR: "Ceci est réservé à l’encadrement.",
		EN: "This is for staff.",
	})
}
