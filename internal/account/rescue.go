package account

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// program acts where somebody at the machine itself gives the orders: they can read the database anyway.
var program = Account{Role: Admin}

// Rescue makes sure that there is an admin under an address, and answers the token of a link that lets them in. Whoever
// calls it is at the machine itself.
func (s *Service) Rescue(ctx context.Context, email, lang string) (token string, err error) {
	if email, err = CleanEmail(email); err != nil {
		return "", err
	}
	a, found, err := s.store.AccountByEmail(ctx, email)
	if err != nil {
		return "", err
	}
	if !found {
		done, err := s.Invite(ctx, program, []Invitee{{Name: email, Email: email, Lang: lang, Role: Admin}})
		if err != nil {
			return "", err
		}
		return done[0].Token, nil
	}
	all := Scope{All: true}
	a, err = s.store.ChangeAccount(ctx, all, a.ID, uuid.Nil, func(a *Account) error {
		a.Role, a.ClosedAt = Admin, time.Time{}
		return nil
	})
	if err != nil {
		return "", err
	}
	token, link := s.newLink(Reset, a, uuid.Nil, handedTime)
	return token, s.store.AddLink(ctx, all, link)
}

// Staff lists everybody who may do more than a trainee, page after page.
func (s *Service) Staff(ctx context.Context) ([]Listed, error) {
	var staff []Listed
	for after := (Place{}); ; {
		page, next, err := s.People(ctx, program, "", after)
		if err != nil {
			return nil, err
		}
		for _, p := range page {
			if p.Role != Trainee {
				staff = append(staff, p)
			}
		}
		if next.ID == uuid.Nil {
			return staff, nil
		}
		after = next
	}
}
