package account

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// ChangePassword sets a new password, for whoever knows the one before, and renews their login; the others end.
func (s *Service) ChangePassword(ctx context.Context, v Visitor, login Login, current, password string) (Entry, error) {
	if v.By.Kind == Guest {
		return Entry{}, peopleOnly()
	}
	a, err := s.proven(ctx, v.By, current)
	if err != nil {
		return Entry{}, err
	}
	if err := CheckPassword(password, a); err != nil {
		return Entry{}, err
	}
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return Entry{}, err
	}
	a, err = s.store.ChangeAccount(ctx, Own(v.By), a.ID, login.ID, func(a *Account) error {
		a.Password = hash
		return nil
	})
	if err != nil {
		return Entry{}, err
	}
	return s.Enter(ctx, v, a, login.Way)
}

// proven is somebody's account as it is now, once they have shown that they know its password, if it has one.
func (s *Service) proven(ctx context.Context, by Account, password string) (Account, error) {
	a, err := s.store.AccountIn(ctx, Own(by), by.ID)
	if err != nil || a.Password == "" {
		return a, err
	}
	if err := s.use(ctx, tooManyTries, use{passwordsFor, by.ID.String()}); err != nil {
		return Account{}, err
	}
	right, err := s.hasher.matches(ctx, a.Password, password)
	if err == nil && !right {
		err = wrongPassword()
	}
	return a, err
}

// Prove refuses a password that is not somebody's own; of whoever has none, any will do.
func (s *Service) Prove(ctx context.Context, by Account, password string) error {
	_, err := s.proven(ctx, by, password)
	return err
}

// Correct changes what somebody says of themselves: what is empty stays. A new address asks for the password, and is
// not verified.
func (s *Service) Correct(ctx context.Context, by Account, login uuid.UUID, p Particulars) (Account, error) {
	if by.Kind == Guest {
		return Account{}, peopleOnly()
	}
	var err error
	if p.Name != "" {
		if p.Name, err = CleanName(p.Name); err != nil {
			return Account{}, err
		}
	}
	if p.Email != "" {
		if p.Email, err = CleanEmail(p.Email); err != nil {
			return Account{}, err
		}
	}
	moves := p.Email != "" && p.Email != by.Email
	if moves {
		if err := s.use(ctx, tooManyTries, use{emailsFor, by.ID.String()}); err != nil {
			return Account{}, err
		}
		if _, err := s.proven(ctx, by, p.Password); err != nil {
			return Account{}, err
		}
	}
	return s.store.ChangeAccount(ctx, Own(by), by.ID, login, func(a *Account) error {
		if p.Name != "" {
			a.Name = p.Name
		}
		if p.Lang != "" {
			a.Lang = p.Lang
		}
		if moves {
			a.Email, a.VerifiedAt = p.Email, time.Time{}
		}
		return nil
	})
}
