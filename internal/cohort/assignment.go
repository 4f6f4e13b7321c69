package cohort

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// MostAssignments is how many cases a cohort is assigned at most, at a time.
const MostAssignments = 200

// mostAttempts bounds how often an assignment lets somebody begin.
const mostAttempts = 100

// Assigned is an assignment with what is shown of its case.
type Assigned struct {
	Assignment
	Version *library.Version
	Begun   bool // by somebody
}

// Assignments keeps assignments, and says what people may begin under them.
type Assignments interface {
	AddAssignment(ctx context.Context, of Scope, a Assignment) error
	// Assignments lists those that stand, the first to open first, and whether somebody has begun each.
	Assignments(ctx context.Context, of Scope, id uuid.UUID) (list []Assignment, begun map[uuid.UUID]bool, err error)
	// ChangeAssignment runs change on what is kept and keeps what it did. An error of change is returned as it is.
	ChangeAssignment(ctx context.Context, of Scope, id, assignment uuid.UUID, change func(*Assignment) error) error
	// Entitled tells what somebody may do under the assignments of the cohorts that they are enrolled in: under one, or
	// under all that stand when it is uuid.Nil. One that is not theirs is a fault of kind NotFound.
	Entitled(ctx context.Context, who, assignment uuid.UUID) ([]Entitlement, error)
}

// Window are the terms of an assignment.
type Window struct {
	OpensAt, DueAt time.Time // DueAt zero is no end
	Attempts       int
	Langs          []string
	Learning       bool
}

// Assign gives a case to a cohort, in one version.
func (s *Service) Assign(ctx context.Context, by account.Account, id uuid.UUID, ref library.Ref, w Window) (Assigned, error) {
	if _, err := s.store.Cohort(ctx, Settings(by), id); err != nil {
		return Assigned{}, err
	}
	v, err := s.assignable(ctx, ref)
	if err != nil {
		return Assigned{}, err
	}
	key, err := uuid.NewV7()
	if err != nil {
		return Assigned{}, err
	}
	now := s.now()
	a := Assignment{ID: key, Cohort: id, Scenario: ref, Revision: 1, CreatedAt: now}
	if err := a.set(w, v, now); err != nil {
		return Assigned{}, err
	}
	return Assigned{Assignment: a, Version: v}, s.store.AddAssignment(ctx, Settings(by), a)
}

// assignable finds a version that can be given to a cohort.
func (s *Service) assignable(ctx context.Context, ref library.Ref) (*library.Version, error) {
	offered, err := s.library.Assignable(ctx)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(offered, func(e library.Edition) bool { return e.Ref == ref }) {
		return nil, inField("scenario", "not_assignable", fault.Text{
			FR: "Le cas « %[1]s », version %[2]d, n’est pas proposé, ou plus. Choisissez-en un autre.",
			EN: "The case “%[1]s”, version %[2]d, is not offered, or no longer. Choose another one.",
		}, ref.ID, ref.Version)
	}
	return s.library.Find(ctx, ref)
}

// Assignments lists what a cohort has been assigned, for those who lead it.
func (s *Service) Assignments(ctx context.Context, by account.Account, id uuid.UUID) ([]Assigned, error) {
	found, begun, err := s.store.Assignments(ctx, Seen(by), id)
	if err != nil {
		return nil, err
	}
	list := make([]Assigned, len(found))
	for i, a := range found {
		v, err := s.library.Find(ctx, a.Scenario)
		if err != nil {
			return nil, err
		}
		list[i] = Assigned{a, v, begun[a.ID]}
	}
	return list, nil
}

// Reassign sets the terms of an assignment as it was at a revision. Over a change made since, it is refused with the
// assignment that is kept, under "assignment". Attempts under way keep the terms they were begun under.
func (s *Service) Reassign(ctx context.Context, by account.Account, id, assignment uuid.UUID, revision int, w Window) (Assigned, error) {
	before, err := s.assigned(ctx, by, id, assignment)
	if err != nil {
		return Assigned{}, err
	}
	err = s.store.ChangeAssignment(ctx, Settings(by), id, assignment, func(a *Assignment) error {
		if a.Revision != revision {
			before.Assignment = *a
			return assignmentChanged()
		}
		a.Revision++
		if err := a.set(w, before.Version, s.now()); err != nil {
			return err
		}
		before.Assignment = *a
		return nil
	})
	if f, ok := fault.From(err); ok && f.Code == codeAssignmentChanged {
		return Assigned{}, f.With("assignment", before)
	}
	return before, err
}

func (s *Service) assigned(ctx context.Context, by account.Account, id, assignment uuid.UUID) (Assigned, error) {
	list, err := s.Assignments(ctx, by, id)
	if err != nil {
		return Assigned{}, err
	}
	i := slices.IndexFunc(list, func(a Assigned) bool { return a.ID == assignment })
	if i < 0 {
		return Assigned{}, UnknownAssignment()
	}
	return list[i], nil
}

// Withdraw ends an assignment: nothing more is begun under it, what is under way may end.
func (s *Service) Withdraw(ctx context.Context, by account.Account, id, assignment uuid.UUID) error {
	return s.store.ChangeAssignment(ctx, Settings(by), id, assignment, func(a *Assignment) error {
		a.Revision++
		a.WithdrawnAt = s.now()
		return nil
	})
}

// set sets the terms. A window that has ended already is a mistake, unless it stood before.
func (a *Assignment) set(w Window, v *library.Version, now time.Time) error {
	w.OpensAt, w.DueAt = kept(w.OpensAt), kept(w.DueAt)
	slices.Sort(w.Langs)
	w.Langs = slices.Compact(w.Langs)
	switch {
	case !w.DueAt.IsZero() && !w.DueAt.After(w.OpensAt):
		return inField("dueAt", "due_before_open", fault.Text{
			FR: "L’échéance vient avant l’ouverture. Avancez l’une ou reculez l’autre.",
			EN: "It is due before it opens. Move one of them.",
		})
	case !w.DueAt.IsZero() && !w.DueAt.After(now) && !w.DueAt.Equal(a.DueAt):
		return inField("dueAt", "due_in_the_past", fault.Text{
			FR: "L’échéance est déjà passée. Choisissez une date à venir.",
			EN: "It is due in the past. Choose a date to come.",
		})
	case w.Attempts < 0 || w.Attempts > mostAttempts:
		return inField("attempts", "bad_attempts", fault.Text{
			FR: "Chacun peut commencer de 1 à 100 parties, ou 0 pour autant qu’il veut.",
			EN: "Each may begin 1 to 100 attempts, or 0 for as many as they like.",
		})
	}
	for _, lang := range w.Langs {
		if !slices.Contains(v.Scenario.Langs(), lang) {
			return inField("langs", "not_in_this_language", fault.Text{
				FR: "Ce cas n’existe pas en « %s ».", EN: "This case is not written in “%s”.",
			}, lang)
		}
	}
	a.OpensAt, a.DueAt, a.Attempts, a.Langs, a.Learning = w.OpensAt, w.DueAt, w.Attempts, w.Langs, w.Learning
	return nil
}

// kept is a moment as it comes back from where it is kept.
func kept(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.UTC().Truncate(time.Microsecond)
}

// UnknownAssignment is the refusal for an assignment that is not there, or not for whoever asks.
func UnknownAssignment() error {
	return fault.New(fault.NotFound, "unknown_assignment", fault.Text{
		FR: "Cette affectation n’existe pas, a été retirée, ou n’est pas à vous. Rechargez la page.",
		EN: "There is no such assignment, it was withdrawn, or it is not yours. Reload the page.",
	})
}

// TooManyAssignments is the refusal to assign more to a cohort that has many.
func TooManyAssignments() error {
	return fault.New(fault.Conflict, "too_many_assignments", fault.Text{
		FR: "Cette promotion a déjà %d affectations. Retirez-en d’abord.",
		EN: "This cohort has %d assignments already. Withdraw some first.",
	}, MostAssignments)
}
