package library

import (
	"context"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// mostDrafts is how many drafts a trainer may have.
const mostDrafts = 30

// Desk is where trainers bring their cases: they send drafts, have them examined, rehearse them and publish them.
type Desk struct {
	*Service
	drafts    Drafts
	examiner  *examiner
	unzipping chan struct{} // one zip at a time: it may take a hundred megabytes
}

// NewDesk makes a desk whose drafts become versions of the library's.
func NewDesk(s *Service, drafts Drafts) *Desk {
	return &Desk{s, drafts, newExaminer(s.registers), make(chan struct{}, 1)}
}

// MayWork refuses those whose role has nothing to do at the desk.
func MayWork(by account.Account) error {
	if by.Role == account.Trainer || by.Role == account.Admin {
		return nil
	}
	return fault.New(fault.Forbidden, "not_an_author", fault.Text{
		FR: "Votre rôle ne permet pas de gérer les cas : c’est celui des formateurs et des administrateurs.",
		EN: "Your role does not let you manage cases: trainers and admins do.",
	})
}

// scope is whose drafts somebody sees.
func scope(by account.Account) Scope { return Scope{by.ID, by.Role == account.Admin} }

// Send keeps the case in a zip as a new draft, broken or not.
func (k *Desk) Send(ctx context.Context, by account.Account, zip []byte) (Draft, Upload, error) {
	if err := MayWork(by); err != nil {
		return Draft{}, Upload{}, err
	}
	u, err := k.unzip(ctx, zip)
	if err != nil {
		return Draft{}, u, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Draft{}, u, err
	}
	now := k.now()
	d := u.draft(Draft{ID: id, By: by.ID, Revision: 1, CreatedAt: now}, now)
	return d, u, k.drafts.AddDraft(ctx, d, mostDrafts)
}

// SendAgain puts the case in a zip in the place of a draft that is at a revision.
func (k *Desk) SendAgain(ctx context.Context, by account.Account, id uuid.UUID, revision int, zip []byte) (Draft, Upload, error) {
	d, err := k.Draft(ctx, by, id)
	if err != nil {
		return Draft{}, Upload{}, err
	}
	u, err := k.unzip(ctx, zip)
	if err != nil {
		return Draft{}, u, err
	}
	d.Revision = revision + 1
	d = u.draft(d, k.now())
	return d, u, k.drafts.ChangeDraft(ctx, scope(by), d)
}

func (k *Desk) unzip(ctx context.Context, zip []byte) (Upload, error) {
	select {
	case k.unzipping <- struct{}{}:
		defer func() { <-k.unzipping }()
		return Unzip(zip)
	case <-ctx.Done():
		return Upload{}, ctx.Err()
	}
}

// draft is d with what was sent in it.
func (u Upload) draft(d Draft, now time.Time) Draft {
	d.Scenario, d.Titles = cover(u.Archive)
	d.Archive, d.Content, d.ChangedAt = u.Archive, u.Content, now
	return d
}

// Draft finds a draft.
func (k *Desk) Draft(ctx context.Context, by account.Account, id uuid.UUID) (Draft, error) {
	if err := MayWork(by); err != nil {
		return Draft{}, err
	}
	return k.drafts.Draft(ctx, scope(by), id)
}

// Drafts lists those that somebody sees, without their archives, the last changed first.
func (k *Desk) Drafts(ctx context.Context, by account.Account) ([]Draft, error) {
	if err := MayWork(by); err != nil {
		return nil, err
	}
	return k.drafts.Drafts(ctx, scope(by))
}

// Discard throws a draft away.
func (k *Desk) Discard(ctx context.Context, by account.Account, id uuid.UUID) error {
	if err := MayWork(by); err != nil {
		return err
	}
	return k.drafts.RemoveDraft(ctx, scope(by), id)
}

// Examine checks a draft as it stands.
func (k *Desk) Examine(ctx context.Context, by account.Account, id uuid.UUID) (Draft, *Examination, error) {
	d, err := k.Draft(ctx, by, id)
	if err != nil {
		return d, nil, err
	}
	x, err := k.examiner.examine(ctx, &d)
	return d, x, err
}

// Stage finds the draft that somebody wants to rehearse, and refuses one that cannot be played.
func (k *Desk) Stage(ctx context.Context, by account.Account, id uuid.UUID) (Ref, error) {
	d, x, err := k.Examine(ctx, by, id)
	switch {
	case err != nil:
		return Ref{}, err
	case x.Version == nil:
		return Ref{}, fault.New(fault.Conflict, "draft_not_playable", fault.Text{
			FR: "Ce brouillon ne se joue pas encore : corrigez d’abord les erreurs qui empêchent de le lire.",
			EN: "This draft cannot be played yet: first mend the errors that keep it from being read.",
		})
	}
	return d.Ref(), nil
}

// Find returns a published version, or a draft at the revision that ref names. Who may see the draft is for those to
// ask who make the ref.
func (k *Desk) Find(ctx context.Context, ref Ref) (*Version, error) {
	id, drafted := ref.Draft()
	if !drafted {
		return k.Service.Find(ctx, ref)
	}
	if v, ok := k.examiner.version(ref); ok {
		return v, nil
	}
	d, err := k.drafts.Draft(ctx, Scope{All: true}, id)
	if err != nil {
		return nil, err
	}
	x, err := k.examiner.examine(ctx, &d)
	switch {
	case err != nil:
		return nil, err
	case d.Ref() != ref || x.Version == nil:
		return nil, fault.New(fault.NotFound, "draft_replaced", fault.Text{
			FR: "Ce brouillon a été remplacé depuis. Revenez à sa page pour jouer le dernier envoi.",
			EN: "This draft has been replaced since. Go back to its page to play the last one sent.",
		})
	}
	return x.Version, nil
}

// Loaded returns what Find answers without reading.
func (k *Desk) Loaded(ref Ref) (*Version, bool) {
	if _, drafted := ref.Draft(); drafted {
		return k.examiner.version(ref)
	}
	return k.Service.Loaded(ref)
}
