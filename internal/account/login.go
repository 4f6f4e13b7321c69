package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"time"

	"github.com/google/uuid"
)

// Way is how somebody logged in.
type Way string

// The ways.
const (
	ByGuest    Way = "guest" // by beginning to play
	ByPassword Way = "password"
	ByLink     Way = "link"
	ByOIDC     Way = "oidc" // by their organisation's own login
)

// lifetimes are how long a login is kept after it was opened or last asked for. A guest has no other way back.
var lifetimes = map[Way]time.Duration{
	ByGuest: LoginLifetime, ByPassword: 30 * 24 * time.Hour, ByLink: 30 * 24 * time.Hour, ByOIDC: 30 * 24 * time.Hour,
}

// Login is a browser in which somebody is logged in. Its token is never kept, only its Digest.
type Login struct {
	ID       uuid.UUID
	Account  uuid.UUID
	Way      Way
	Device   string // a browser and a system, nothing finer; empty when they are not known
	OpenedAt time.Time
	EndsAt   time.Time
}

// Digest stands for a token in the database: whoever reads it there cannot log in with it. It is the token's SHA-256,
// in the letters of base64.
type Digest string

// DigestOf is the digest of a token.
func DigestOf(token string) Digest {
	sum := sha256.Sum256([]byte(token))
	return Digest(base64.RawURLEncoding.EncodeToString(sum[:]))
}

// newToken makes a token of 256 random bits, in letters that an address can hold.
func newToken() string {
	var random [32]byte
	_, _ = rand.Read(random[:]) // never fails: the program ends instead
	return base64.RawURLEncoding.EncodeToString(random[:])
}

// Visitor is whoever asks, as far as it is known.
type Visitor struct {
	From   string // the network that they come from; empty for this machine
	Device string
	Digest Digest // of the login that they have now; empty without one
	By     Account

	Browser string // a token that their browser keeps since somebody came in there; empty when nobody has
}

// Entry is a login that was opened. Its token goes to the browser and is kept nowhere.
type Entry struct {
	Account Account
	Login   Login
	Token   string
	Browser string // for the browser to keep for longer; empty when it has nothing new to keep
}

// Enter logs a visitor in, in the place of the login that they have. What they have played as a guest becomes the
// account's.
func (s *Service) Enter(ctx context.Context, v Visitor, a Account, way Way) (Entry, error) {
	if v.By.Kind == Guest && v.By.ID != a.ID && a.Kind == Person {
		if err := s.store.JoinGuest(ctx, v.By.ID, a.ID); err != nil {
			return Entry{}, err
		}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Entry{}, err
	}
	now := s.now()
	e := Entry{Account: a, Login: Login{id, a.ID, way, v.Device, now, now.Add(lifetimes[way])}, Token: newToken()}
	return e, s.store.AddLogin(ctx, DigestOf(e.Token), v.Digest, e.Login)
}

// LogIn lets in whoever knows the password of an address. An unknown address is answered like a wrong password.
func (s *Service) LogIn(ctx context.Context, v Visitor, email, password string) (Entry, error) {
	email, bad := CleanEmail(email)
	err := s.mayTry(ctx, v, email)
	if err != nil {
		return Entry{}, err
	}
	var a Account
	if bad == nil {
		if a, _, err = s.store.AccountByEmail(ctx, email); err != nil {
			return Entry{}, err
		}
	}
	right, err := s.hasher.matches(ctx, a.Password, password)
	switch {
	case err != nil:
		return Entry{}, err
	case !right || !a.ClosedAt.IsZero():
		return Entry{}, wrongLogin()
	}
	e, err := s.Enter(ctx, v, a, ByPassword)
	if err != nil {
		return Entry{}, err
	}
	return s.remembered(ctx, v, e)
}

// mayTry counts a try to log in.
func (s *Service) mayTry(ctx context.Context, v Visitor, email string) error {
	if here := both(v.Browser, email); here != "" {
		wait, err := s.limits.Wait(ctx, browsers, here)
		if err != nil {
			return err
		}
		if wait > 0 {
			return s.use(ctx, tooManyTries, use{loginsKnown, here})
		}
	}
	return s.use(ctx, tooManyTries, use{loginsAs, both(v.From, email)}, use{loginsFrom, v.From}, use{loginsTo, email})
}

// remembered notes that somebody has come in from a visitor's browser, which gets a token to be known by.
func (s *Service) remembered(ctx context.Context, v Visitor, e Entry) (Entry, error) {
	if v.Browser == "" {
		v.Browser = newToken()
		e.Browser = v.Browser
	}
	_, err := s.limits.Use(ctx, browsers, both(v.Browser, e.Account.Email))
	return e, err
}

// Login finds the login of a token; false when there is none.
func (s *Service) Login(ctx context.Context, token string) (Login, bool, error) {
	return s.store.Login(ctx, DigestOf(token))
}

// Prolong counts a login's lifetime from now, at most once a day, and answers when it ends.
func (s *Service) Prolong(ctx context.Context, v Visitor, l Login) (time.Time, bool, error) {
	until := s.now().Add(lifetimes[l.Way])
	if until.Sub(l.EndsAt) <= 24*time.Hour {
		return l.EndsAt, false, nil
	}
	return until, true, s.store.ProlongLogin(ctx, v.Digest, until)
}

// Logins lists where somebody is logged in, the last opened first.
func (s *Service) Logins(ctx context.Context, by Account) ([]Login, error) {
	return s.store.Logins(ctx, by.ID)
}

// EndLogin ends one of somebody's own logins.
func (s *Service) EndLogin(ctx context.Context, by Account, id uuid.UUID) error {
	return s.store.EndLogin(ctx, by.ID, id)
}

// EndOtherLogins ends all of somebody's own logins but one.
func (s *Service) EndOtherLogins(ctx context.Context, by Account, keep uuid.UUID) error {
	return s.store.EndLogins(ctx, Own(by), by.ID, keep)
}
