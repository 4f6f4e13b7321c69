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

// guests is generous: a class of forty behind one address opens within a minute, and so do its neighbours.
var guests = Limit{What: "guest", Most: 300, Per: 10 * time.Minute}

// Limits counts what may not happen too often, for all replicas together. What it keeps must not tell who it was.
type Limits interface {
	// Use counts one more, or answers how long to wait when the limit is used up. What is refused is not counted.
	Use(ctx context.Context, limit Limit, who string) (wait time.Duration, err error)
}

// tooManyGuests refuses an address that has opened too many accounts, and says how long to wait under "retry_after".
func tooManyGuests(wait time.Duration) error {
	return fault.New(fault.TooMany, "too_many_guests", fault.Text{
		FR: "Trop de personnes ont commencé depuis votre réseau ces dernières minutes. Réessayez dans %d min.",
		EN: "Too many people have begun from your network in the last few minutes. Try again in %d min.",
	}, int(math.Ceil(wait.Minutes()))).With("retry_after", wait)
}
