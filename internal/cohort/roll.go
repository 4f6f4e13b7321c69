package cohort

import (
	"cmp"
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
)

// Member is somebody who is enrolled, as their trainer sees them.
type Member struct {
	Enrolment
	Name, Email, Lang string
	State             MemberState
}

// MemberState says how far somebody is with their account.
type MemberState string

// The states of a member's account.
const (
	Invited MemberState = "invited" // nobody has been in it yet
	Active  MemberState = "active"
	Closed  MemberState = "closed"
)

// Presence is where somebody stands before they are enrolled.
type Presence struct {
	Account uuid.UUID // uuid.Nil when nobody has an account at the address
	Name    string    // of the account
	Here    bool      // they are enrolled
	Left    bool      // they were
}

// Joiner is what became of somebody who was enrolled.
type Joiner struct {
	Was     Presence
	Invited account.Invited // how they get into their account
}

// Rolls keeps who is enrolled.
type Rolls interface {
	// Members lists who is enrolled, or who has left.
	Members(ctx context.Context, of Scope, id uuid.UUID, q Query) (page []Member, total int, err error)
	// Presences tells where the people at these addresses stand. An address that is not in the answer has no account.
	Presences(ctx context.Context, of Scope, id uuid.UUID, emails []string) (map[string]Presence, error)
	// Enrol enrols people, each at another address, all of them or nobody; for those who have no account it opens one.
	// It answers in the order of the list. An archived cohort is refused with Archived.
	Enrol(ctx context.Context, of Scope, by account.Account, id uuid.UUID, way Way, people []account.Newcomer) ([]Joiner, error)
	RemoveMember(ctx context.Context, of Scope, id, who uuid.UUID) error
	ReturnMember(ctx context.Context, of Scope, id, who uuid.UUID) error
}

// Accounts prepares the accounts of people who come in.
type Accounts interface {
	// Newcomers are people who are invited.
	Newcomers(by account.Account, people []account.Invitee) ([]account.Newcomer, error)
	// Becoming prepares to make a guest a person, in place.
	Becoming(ctx context.Context, by account.Account, p account.Particulars) (become func(*account.Account) error, err error)
}

// Members lists who is enrolled in a cohort, or who has left it, for its trainers and for admins.
func (s *Service) Members(ctx context.Context, by account.Account, id uuid.UUID, q Query) ([]Member, int, error) {
	return s.store.Members(ctx, Settings(by), id, q)
}

// Remove takes somebody out of a cohort. They begin nothing more under it; what they have played stays theirs.
func (s *Service) Remove(ctx context.Context, by account.Account, id, who uuid.UUID) error {
	return s.store.RemoveMember(ctx, Settings(by), id, who)
}

// Return lets somebody who has left a cohort back in.
func (s *Service) Return(ctx context.Context, by account.Account, id, who uuid.UUID) error {
	return s.store.ReturnMember(ctx, Settings(by), id, who)
}

// Enrol enrols somebody by hand, with their account or with a new one.
func (s *Service) Enrol(ctx context.Context, by account.Account, id uuid.UUID, name, email, lang string) (Row, Joiner, error) {
	row := Row{Line: 1, Name: name, Email: email, Lang: lang}
	row.judge()
	if row.Wrong() {
		return row, Joiner{}, inField(row.field(), string(row.Verdict), row.Verdict.words())
	}
	present, err := s.store.Presences(ctx, Settings(by), id, []string{row.Email})
	if err != nil {
		return row, Joiner{}, err
	}
	p, known := present[row.Email]
	if row.meet(p, known); row.Wrong() {
		return row, Joiner{}, inField(row.field(), string(row.Verdict), row.Verdict.words())
	}
	joiners, err := s.enrol(ctx, by, id, ByHand, []Row{row})
	if err != nil {
		return row, Joiner{}, err
	}
	return row, joiners[0], nil
}

func (s *Service) enrol(ctx context.Context, by account.Account, id uuid.UUID, way Way, rows []Row) ([]Joiner, error) {
	people := make([]account.Invitee, len(rows))
	for i, r := range rows {
		people[i] = account.Invitee{Name: cmp.Or(r.Name, r.known), Email: r.Email, Lang: r.Lang}
	}
	list, err := s.accounts.Newcomers(by, people)
	if err != nil {
		return nil, err
	}
	return s.store.Enrol(ctx, Settings(by), by, id, way, list)
}
