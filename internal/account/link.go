package account

import (
	"time"

	"github.com/google/uuid"
)

// LinkKind is what a link is for.
type LinkKind string

// The kinds of link.
const (
	Setup      LinkKind = "setup"      // makes the first admin
	Invitation LinkKind = "invitation" // lets somebody into the account that was opened for them
	Reset      LinkKind = "reset"      // sets a new password
	Claim      LinkKind = "claim"      // makes a guest's account a person's, with its attempts
)

// How long links are good for: a reset is asked for by whoever sits in front of their mail; one that somebody hands over
// may have to wait for a day.
const (
	setupTime      = 24 * time.Hour
	invitationTime = 14 * 24 * time.Hour
	resetTime      = time.Hour
	handedTime     = 24 * time.Hour
)

// Link lets whoever opens it in, once. Its token is never kept, only its Digest.
type Link struct {
	Digest    Digest
	Kind      LinkKind
	Account   uuid.UUID // that it leads into; uuid.Nil for Setup
	Name      string    // that the account is to have, where the link brings one
	Email     string    // that it was sent to, and which it verifies
	By        uuid.UUID // who made it; uuid.Nil for somebody's own
	MadeAt    time.Time
	ExpiresAt time.Time
}
