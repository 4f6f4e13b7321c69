package attempt

import (
	"context"
	"crypto/rand"
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// Library hands out published scenarios. An unknown one is a fault of kind NotFound.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
	Newest(ctx context.Context, id string) (*library.Version, error)
	Registers() *scenario.Registers
}

// Service plays attempts for the people they belong to.
type Service struct {
	store   Store
	library Library
	now     func() time.Time
}

// New makes a service; now answers in UTC, to the microsecond.
func New(store Store, lib Library, now func() time.Time) *Service {
	return &Service{store, lib, now}
}

// Begin begins the newest version of a scenario.
func (s *Service) Begin(ctx context.Context, by account.Account, scenarioID, lang string, timing Timing) (View, error) {
	v, err := s.library.Newest(ctx, scenarioID)
	if err != nil {
		return View{}, err
	}
	if err := written(v, lang); err != nil {
		return View{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return View{}, err
	}
	a, err := begin(v, by.ID, id, rand.Text(), s.now())
	if err != nil {
		return View{}, err
	}
	a.Lang, a.Timing = lang, timing
	if err := s.store.AddAttempt(ctx, a); err != nil {
		return View{}, err
	}
	return s.view(v, a)
}

// List lists one's own attempts, the last changed first.
func (s *Service) List(ctx context.Context, by account.Account) ([]Listed, error) {
	summaries, err := s.store.Attempts(ctx, by.ID)
	if err != nil {
		return nil, err
	}
	list := make([]Listed, 0, len(summaries))
	for _, a := range summaries {
		v, err := s.library.Find(ctx, a.Scenario)
		if err != nil {
			return nil, err
		}
		list = append(list, listed(v, a))
	}
	return list, nil
}

// Find shows where an attempt stands. A clock that has run out meanwhile is settled first.
func (s *Service) Find(ctx context.Context, by account.Account, id uuid.UUID) (View, error) {
	a, v, err := s.find(ctx, by, id)
	if err != nil {
		return View{}, err
	}
	if !a.late(v.Scenario, s.now()) {
		return s.view(v, a)
	}
	a, err = s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error {
		if !a.late(v.Scenario, s.now()) {
			return nil
		}
		return a.timeOut(v.Scenario, a.Step(), s.now())
	})
	if err != nil {
		return View{}, err
	}
	return s.view(v, a)
}

// Move is a look or a decision, as a trainee asks for it.
type Move struct {
	Step       int    // the step they saw
	Move       string // a choice's id, or ? and a look's
	Rationale  string
	Confidence int    // 1 to 3, 0 when not said
	Key        string // the client's idempotency key, may be empty
}

// Make makes a move. A retry, known by its key, is answered as the first was and changes nothing.
func (s *Service) Make(ctx context.Context, by account.Account, id uuid.UUID, m Move) (View, error) {
	_, v, err := s.find(ctx, by, id)
	if err != nil {
		return View{}, err
	}
	var retry, late bool
	a, err := s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error {
		retry, late = a.made(m), a.late(v.Scenario, s.now()) && m.Step == a.Step()
		switch {
		case retry:
			return nil
		case late:
			return a.timeOut(v.Scenario, m.Step, s.now())
		default:
			return a.make(v.Scenario, m, s.now())
		}
	})
	if err != nil {
		return View{}, err
	}
	if late && !retry {
		return View{}, fault.New(fault.Conflict, "time_is_up", timeIsUp).With("step", a.Step())
	}
	if retry {
		a = a.asOf(m.Step + 1)
	}
	return s.view(v, a)
}

// StartTimer starts the clock of a timed decision, once.
func (s *Service) StartTimer(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(a *Attempt, sc *scenario.Scenario) error { return a.startTimer(sc, step, s.now()) })
}

// TimeOut makes the choice that silence makes, once the time is up.
func (s *Service) TimeOut(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(a *Attempt, sc *scenario.Scenario) error {
		if err := a.open(step); err != nil {
			return err
		}
		if left, running := a.left(sc, s.now()); !running || left > timerGrace {
			return fault.New(fault.Conflict, "time_is_left", timeIsLeft).With("step", a.Step())
		}
		return a.timeOut(sc, step, s.now())
	})
}

// ChangeSettings changes the language the case is read in and the time allowed; an empty value leaves it as it is.
func (s *Service) ChangeSettings(ctx context.Context, by account.Account, id uuid.UUID, lang string, timing Timing) (View, error) {
	_, v, err := s.find(ctx, by, id)
	if err != nil {
		return View{}, err
	}
	if lang != "" {
		if err := written(v, lang); err != nil {
			return View{}, err
		}
	}
	return s.change(ctx, by, id, func(a *Attempt, _ *scenario.Scenario) error {
		if lang != "" {
			a.Lang = lang
		}
		if timing != "" && a.TimerAt.IsZero() {
			a.Timing = timing
		}
		return nil
	})
}

// Abandon gives an attempt up.
func (s *Service) Abandon(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(a *Attempt, _ *scenario.Scenario) error { return a.abandon(step, s.now()) })
}

// SaveDraft keeps what is being written. Over a draft that another tab has saved since, it is refused with the draft
// that is kept, under "draft".
func (s *Service) SaveDraft(ctx context.Context, by account.Account, id uuid.UUID, d Draft) (Draft, error) {
	a, err := s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error { return a.saveDraft(d, s.now()) })
	return a.Draft, err
}

// find reads one's own attempt and its version.
func (s *Service) find(ctx context.Context, by account.Account, id uuid.UUID) (Attempt, *library.Version, error) {
	a, err := s.store.Attempt(ctx, by.ID, id)
	if err != nil {
		return Attempt{}, nil, err
	}
	v, err := s.library.Find(ctx, a.Scenario)
	return a, v, err
}

func (s *Service) change(ctx context.Context, by account.Account, id uuid.UUID, change func(*Attempt, *scenario.Scenario) error) (View, error) {
	_, v, err := s.find(ctx, by, id)
	if err != nil {
		return View{}, err
	}
	a, err := s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error { return change(a, v.Scenario) })
	if err != nil {
		return View{}, err
	}
	return s.view(v, a)
}

// written refuses a language that a case is not written in.
func written(v *library.Version, lang string) error {
	if slices.Contains(v.Scenario.Langs(), lang) {
		return nil
	}
	return fault.New(fault.Invalid, "not_in_this_language", fault.Text{
		FR: "Le cas « %[1]s » n’existe pas en « %[2]s ».",
		EN: "The case “%[1]s” is not written in “%[2]s”.",
	}, v.ID, lang)
}
