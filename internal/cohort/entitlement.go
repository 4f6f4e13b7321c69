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

// Entitlement is an assignment as it concerns one of the people it was given to.
type Entitlement struct {
	Assignment
	Group Cohort
	Read  int    // the version of the notice that they have read
	Made  []Made // the attempts that they have begun under it, in order
}

// Made is an attempt under an assignment.
type Made struct {
	ID       uuid.UUID
	Ordinal  int // 1 and up: which of their attempts under the assignment it is
	UnderWay bool
	Ended    bool // at an ending, rather than given up
}

// Standing is where somebody is with an assignment.
type Standing string

// The standings.
const (
	Later      Standing = "later" // it opens yet
	ToDo       Standing = "to_do"
	InProgress Standing = "in_progress"
	Done       Standing = "done"
	Missed     Standing = "missed" // not done, and nothing more can be begun
)

// Standing is that of an entitlement at a moment.
func (e *Entitlement) Standing(now time.Time) Standing {
	ended := func(m Made) bool { return m.Ended }
	switch {
	case e.UnderWay() != uuid.Nil:
		return InProgress
	case slices.ContainsFunc(e.Made, ended):
		return Done
	case now.Before(e.OpensAt):
		return Later
	case e.over(now), e.Left() == 0:
		return Missed
	default:
		return ToDo
	}
}

// UnderWay is the attempt that goes on, uuid.Nil when none does.
func (e *Entitlement) UnderWay() uuid.UUID {
	for _, m := range e.Made {
		if m.UnderWay {
			return m.ID
		}
	}
	return uuid.Nil
}

// Attempt is the one to open: what is under way, else the last that reached an ending; uuid.Nil when there is none.
func (e *Entitlement) Attempt() uuid.UUID {
	id := e.UnderWay()
	for i := len(e.Made) - 1; i >= 0 && id == uuid.Nil; i-- {
		if e.Made[i].Ended {
			id = e.Made[i].ID
		}
	}
	return id
}

// Left is how many more attempts may be begun, -1 for as many as they like.
func (e *Entitlement) Left() int {
	if e.Attempts == 0 {
		return -1
	}
	return max(0, e.Attempts-e.last())
}

// last is the ordinal of the last attempt, 0 when there is none. Attempts may have been erased: they count all the same.
func (e *Entitlement) last() (last int) {
	for _, m := range e.Made {
		last = max(last, m.Ordinal)
	}
	return last
}

func (e *Entitlement) over(now time.Time) bool { return !e.DueAt.IsZero() && !now.Before(e.DueAt) }

// Given is an entitlement with its case, and where somebody is with it.
type Given struct {
	Entitlement
	Version  *library.Version
	Standing Standing
}

// Mine lists what is assigned to somebody, what presses first: what is under way or to do by when it is due, then what
// opens later, what is done, and what was missed.
func (s *Service) Mine(ctx context.Context, by account.Account) ([]Given, error) {
	found, err := s.store.Entitled(ctx, by.ID, uuid.Nil)
	if err != nil {
		return nil, err
	}
	now := s.now()
	list := make([]Given, len(found))
	for i, e := range found {
		v, err := s.library.Find(ctx, e.Scenario)
		if err != nil {
			return nil, err
		}
		list[i] = Given{e, v, e.Standing(now)}
	}
	slices.SortStableFunc(list, pressing)
	return list, nil
}

var urgency = map[Standing]int{InProgress: 0, ToDo: 0, Later: 1, Done: 2, Missed: 3}

func pressing(a, b Given) int {
	if d := urgency[a.Standing] - urgency[b.Standing]; d != 0 {
		return d
	}
	if a.Standing == Later {
		return a.OpensAt.Compare(b.OpensAt)
	}
	if a.DueAt.IsZero() != b.DueAt.IsZero() {
		if a.DueAt.IsZero() {
			return 1
		}
		return -1
	}
	return a.DueAt.Compare(b.DueAt)
}

// MayBegin finds the assignment that somebody is about to begin in a language, and which of their attempts under it that
// will be, or says why they may not. Rivals may be told the same ordinal: only one of them is kept.
func (s *Service) MayBegin(ctx context.Context, by account.Account, assignment uuid.UUID, lang string) (Assignment, int, error) {
	found, err := s.store.Entitled(ctx, by.ID, assignment)
	if err != nil {
		return Assignment{}, 0, err
	}
	e := found[0]
	if err := e.refuse(s.now()); err != nil {
		return Assignment{}, 0, err
	}
	if len(e.Langs) > 0 && !slices.Contains(e.Langs, lang) {
		return Assignment{}, 0, fault.New(fault.Invalid, "not_in_this_language", fault.Text{
			FR: "Cette affectation ne se joue pas en « %s ». Choisissez une langue qu’elle propose.",
			EN: "This assignment is not played in “%s”. Choose a language that it offers.",
		}, lang)
	}
	if e.Read < e.Group.NoticeVersion {
		return Assignment{}, 0, unread(e.Group.noticeFor(e.Read, lang))
	}
	return e.Assignment, e.last() + 1, nil
}

// refuse says why nothing may be begun now.
func (e *Entitlement) refuse(now time.Time) error {
	switch {
	case !e.Group.ArchivedAt.IsZero():
		return Archived()
	case now.Before(e.OpensAt):
		return fault.New(fault.Conflict, "not_open_yet", fault.Text{
			FR: "Ce cas n’est pas encore ouvert. Votre page d’accueil dit quand il le sera.",
			EN: "This case is not open yet. Your home page says when it will be.",
		})
	case e.over(now):
		return fault.New(fault.Conflict, "past_due", fault.Text{
			FR: "L’échéance est passée : on ne commence plus ce cas. Demandez à votre formateur de la reporter.",
			EN: "It was due before now: this case is not begun any more. Ask your trainer to put it off.",
		})
	case e.UnderWay() != uuid.Nil:
		return fault.New(fault.Conflict, "under_way", fault.Text{
			FR: "Vous jouez déjà ce cas pour cette promotion. Reprenez votre partie depuis la page d’accueil.",
			EN: "You are playing this case for this cohort already. Resume your attempt from the home page.",
		})
	case e.Left() == 0:
		return fault.New(fault.Conflict, "no_attempts_left", fault.Text{
			FR: "Vous avez commencé toutes les parties que cette affectation permet. Les bilans restent ouverts.",
			EN: "You have begun all the attempts that this assignment allows. Their debriefs stay open.",
		})
	default:
		return nil
	}
}
