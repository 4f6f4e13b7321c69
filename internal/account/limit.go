package account

import (
	"context"
	"math"
	"time"

	"casebook/internal/fault"
)

// Limit is how often something may happen to one, whoever that is: an address, a name.
type Limit struct {
	What string
	Most int
	Per  time.Duration
}

// BrowserTime is how long a browser is known from which somebody has come in.
const BrowserTime = 180 * 24 * time.Hour

// A class of forty behind one address opens within a minute, and so do its neighbours: what counts by network is
// generous. What counts by address keeps those out who guess at one account from everywhere.
var (
	guests     = Limit{What: "guest", Most: 300, Per: 10 * time.Minute}
	loginsFrom = Limit{What: "login-network", Most: 200, Per: 10 * time.Minute}
	loginsAs   = Limit{What: "login-network-address", Most: 10, Per: 10 * time.Minute}
	loginsTo   = Limit{What: "login-address", Most: 100, Per: time.Hour}
	// Who has been in from a browser before is counted for themselves there: nobody who guesses elsewhere, be it behind the
	// same address, keeps them out.
	loginsKnown = Limit{What: "login-browser", Most: 20, Per: 10 * time.Minute}
	browsers    = Limit{What: "browser", Most: 1, Per: BrowserTime}
	linksFrom   = Limit{What: "link-network", Most: 200, Per: 10 * time.Minute}
	lettersFrom = Limit{What: "letter-network", Most: 60, Per: time.Hour}
	lettersTo   = Limit{What: "letter-address", Most: 5, Per: time.Hour}
	// What is written to nobody is counted to write something, and is never used up before lettersTo.
	lettersToNobody = Limit{What: "letter-nobody", Most: 2 * lettersTo.Most, Per: lettersTo.Per}
	passwordsFor    = Limit{What: "password", Most: 20, Per: time.Hour}
	emailsFor       = Limit{What: "email", Most: 10, Per: time.Hour}
)

// Limits counts what may not happen too often, for all replicas together. What it keeps must not tell who it was.
type Limits interface {
	// Use counts one more, or answers how long to wait when the limit is used up. What is refused is not counted.
	Use(ctx context.Context, limit Limit, who string) (wait time.Duration, err error)
	// Wait answers how long one has to wait, and counts nothing.
	Wait(ctx context.Context, limit Limit, who string) (time.Duration, error)
}

// use counts one more of each limit, and refuses with what refuse makes of the first that is used up. A limit of
// nobody is not counted: who is at the machine itself has no network.
func (s *Service) use(ctx context.Context, refuse func(time.Duration) error, uses ...use) error {
	for _, u := range uses {
		if u.who == "" {
			continue
		}
		wait, err := s.limits.Use(ctx, u.limit, u.who)
		if err != nil {
			return err
		}
		if wait > 0 {
			return refuse(wait)
		}
	}
	return nil
}

type use struct {
	limit Limit
	who   string
}

// both is somebody's address as it is used from a network, or in a browser; nobody's, where one is not known.
func both(from, email string) string {
	if from == "" || email == "" {
		return ""
	}
	return from + " " + email
}

// tooManyGuests refuses an address that has opened too many accounts, and says how long to wait under "retry_after".
func tooManyGuests(wait time.Duration) error {
	return later("too_many_guests", fault.Text{
		FR: "Trop de personnes ont commencé depuis votre réseau ces dernières minutes. Réessayez dans %d min.",
		EN: "Too many people have begun from your network in the last few minutes. Try again in %d min.",
	}, wait)
}

func tooManyTries(wait time.Duration) error {
	return later("too_many_tries", fault.Text{
		FR: "Trop d’essais ces dernières minutes. Réessayez dans %d min.",
		EN: "Too many tries in the last few minutes. Try again in %d min.",
	}, wait)
}

func later(code string, text fault.Text, wait time.Duration) error {
	return fault.New(fault.TooMany, code, text, int(math.Ceil(wait.Minutes()))).With("retry_after", wait)
}
