package cohort

import (
	"context"
	"math"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

const (
	mostSeats       = 10000
	longestInviting = 366 * 24 * time.Hour
)

// guesses bounds how often one network may ask for codes that do not exist. Right ones are not counted.
var guesses = account.Limit{What: "invitation", Most: 60, Per: 10 * time.Minute}

// State says whether an invitation lets people in.
type State string

// The states.
const (
	Open    State = "open"
	Filled  State = "full"
	Expired State = "expired"
	Revoked State = "revoked"
)

// State is that of an invitation at a moment.
func (i *Invitation) State(now time.Time) State {
	switch {
	case !i.RevokedAt.IsZero():
		return Revoked
	case !now.Before(i.ExpiresAt):
		return Expired
	case i.Taken >= i.Seats:
		return Filled
	default:
		return Open
	}
}

// Held is an invitation as whoever holds its code finds it.
type Held struct {
	Invitation
	Name     string // the cohort's
	Archived bool
	Joined   bool // whoever asks is in the cohort
}

// Invitations keeps invitations, each under the digest of its code.
type Invitations interface {
	AddInvitation(ctx context.Context, of Scope, i Invitation, digest string) error
	// Invitations lists the last hundred of a cohort, the last made first.
	Invitations(ctx context.Context, of Scope, id uuid.UUID) ([]Invitation, error)
	RevokeInvitation(ctx context.Context, of Scope, id, invitation uuid.UUID, at time.Time) error
	// Invitation finds the one with a digest, for somebody or for uuid.Nil.
	Invitation(ctx context.Context, digest string, who uuid.UUID) (Held, error)
	// Join makes a guest a person, enrols them and takes a seat, or does none of it; who is in the cohort takes none.
	// refuse is asked about the invitation as it is then.
	Join(ctx context.Context, digest string, who Comer, refuse func(Held) error) (Held, error)
}

// Comer is somebody who comes with a code.
type Comer struct {
	Account uuid.UUID
	At      time.Time
	Become  func(*account.Account) error // makes the guest that they are a person; nil when they are one
	Login   uuid.UUID                    // that they keep then
}

// Invite makes a code with which people enrol themselves. It is shown once and kept nowhere.
func (s *Service) Invite(ctx context.Context, by account.Account, id uuid.UUID, seats int, until time.Time) (i Invitation, code string, err error) {
	now := s.now()
	switch {
	case seats < 1 || seats > mostSeats:
		return i, "", inField("seats", "bad_seats", fault.Text{
			FR: "Une invitation a de 1 à 10 000 places.", EN: "An invitation has 1 to 10,000 seats.",
		})
	case !until.After(now) || until.Sub(now) > longestInviting:
		return i, "", inField("expiresAt", "bad_expiry", fault.Text{
			FR: "Une invitation prend fin dans l’avenir, dans un an au plus tard.",
			EN: "An invitation ends in the future, in a year at the latest.",
		})
	}
	key, err := uuid.NewV7()
	if err != nil {
		return i, "", err
	}
	i = Invitation{ID: key, Cohort: id, Seats: seats, CreatedAt: now, ExpiresAt: until.UTC().Truncate(time.Microsecond)}
	code = newCode()
	digest, _ := digestOf(code)
	return i, code, s.store.AddInvitation(ctx, Settings(by), i, digest)
}

// Invitations lists the invitations to a cohort, the last made first.
func (s *Service) Invitations(ctx context.Context, by account.Account, id uuid.UUID) ([]Invitation, error) {
	return s.store.Invitations(ctx, Settings(by), id)
}

// Revoke closes an invitation before it ends.
func (s *Service) Revoke(ctx context.Context, by account.Account, id, invitation uuid.UUID) error {
	return s.store.RevokeInvitation(ctx, Settings(by), id, invitation, s.now())
}

// LookAt tells what a code leads to; by is zero for a stranger. From is the network that the code comes from, empty for
// one that is not counted.
func (s *Service) LookAt(ctx context.Context, by account.Account, code, from string) (Held, error) {
	digest, ok := digestOf(code)
	if !ok {
		return Held{}, s.wrongCode(ctx, from)
	}
	h, err := s.store.Invitation(ctx, digest, by.ID)
	if fault.Is(err, fault.NotFound) {
		return Held{}, s.wrongCode(ctx, from)
	}
	if err == nil {
		err = s.refuse(h)
	}
	return h, err
}

// refuse says why an invitation lets nobody in. Who is in already needs no seat.
func (s *Service) refuse(h Held) error {
	if h.Archived {
		return fault.New(fault.Conflict, "invitation_archived", fault.Text{
			FR: "La promotion « %s » est archivée : on n’y entre plus. Demandez à votre formateur.",
			EN: "The cohort “%s” is archived: nobody enters it any more. Ask your trainer.",
		}, h.Name)
	}
	if h.Joined {
		return nil
	}
	switch h.State(s.now()) {
	case Revoked:
		return fault.New(fault.Conflict, "invitation_revoked", fault.Text{
			FR: "Cette invitation a été fermée. Demandez un nouveau code à votre formateur.",
			EN: "This invitation has been closed. Ask your trainer for a new code.",
		})
	case Expired:
		return fault.New(fault.Conflict, "invitation_expired", fault.Text{
			FR: "Cette invitation a expiré. Demandez un nouveau code à votre formateur.",
			EN: "This invitation has expired. Ask your trainer for a new code.",
		})
	case Filled:
		return fault.New(fault.Conflict, "invitation_full", fault.Text{
			FR: "Toutes les places de cette invitation sont prises. Demandez un nouveau code à votre formateur.",
			EN: "All seats of this invitation are taken. Ask your trainer for a new code.",
		})
	default:
		return nil
	}
}

func (s *Service) wrongCode(ctx context.Context, from string) error {
	if from != "" {
		wait, err := s.limits.Use(ctx, guesses, from)
		if err != nil {
			return err
		}
		if wait > 0 {
			return fault.New(fault.TooMany, "too_many_codes", fault.Text{
				FR: "Trop de codes inconnus sont venus de votre réseau. Réessayez dans %d min.",
				EN: "Too many unknown codes have come from your network. Try again in %d min.",
			}, int(math.Ceil(wait.Minutes()))).With("retry_after", wait)
		}
	}
	return fault.New(fault.NotFound, "unknown_code", fault.Text{
		FR: "Ce code n’existe pas. Vérifiez-le lettre à lettre, ou demandez-le à nouveau à votre formateur.",
		EN: "There is no such code. Check it letter by letter, or ask your trainer for it again.",
	})
}
