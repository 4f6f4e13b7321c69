package account

import (
	"time"

	"github.com/google/uuid"
)

// Letter is word that is to reach somebody, with a link or without. Mail brings it; where no mail is sent, somebody in
// charge hands over a link that they make for it. The link is made when the letter leaves: no token waits anywhere.
type Letter struct {
	ID      uuid.UUID
	Kind    LetterKind
	Account uuid.UUID // that the link leads into
	Name    string
	Email   string // where to
	Lang    string // fr or en
	AskedAt time.Time
	Tries   int // that have failed
}

// LetterKind is what a letter brings.
type LetterKind string

// The kinds of letter: those that bring a link of the same name, and one that only tells.
const (
	ToInvite LetterKind = "invitation"
	ToReset  LetterKind = "reset"
	ToClaim  LetterKind = "claim"
	Taken    LetterKind = "taken" // the address already has an account: log in with it
)
