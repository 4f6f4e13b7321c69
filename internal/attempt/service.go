package attempt

import (
	"context"
	"crypto/rand"
	"errors"
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
	Loaded(ref library.Ref) (*library.Version, bool) // what Find answers, when it need not read
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
	return s.begin(ctx, by, v, Under{}, lang, timing)
}

// Rehearse begins a draft, for who is to try it out: see Store.
func (s *Service) Rehearse(ctx context.Context, by account.Account, draft library.Ref, lang string, timing Timing) (View, error) {
	v, err := s.library.Find(ctx, draft)
	if err != nil {
		return View{}, err
	}
	return s.begin(ctx, by, v, Under{}, lang, timing)
}

func (s *Service) begin(
	ctx context.Context, by account.Account, v *library.Version, under Under, lang string, timing Timing,
) (View, error) {
	if err := written(v, lang); err != nil {
		return View{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return View{}, err
	}
	t, err := begin(v, by.ID, id, rand.Text(), s.now())
	if err != nil {
		return View{}, err
	}
	t.Under, t.Lang, t.Timing = under, lang, timing
	if err := s.store.AddAttempt(ctx, *t.Attempt); err != nil {
		return View{}, err
	}
	return s.view(&t)
}

// Find shows where an attempt stands. A clock that has run out meanwhile is settled first.
func (s *Service) Find(ctx context.Context, by account.Account, id uuid.UUID) (View, error) {
	t, err := s.find(ctx, by, id)
	if err != nil {
		return View{}, err
	}
	if !t.late(s.now()) {
		return s.view(&t)
	}
	return s.change(ctx, by, id, func(t *turn) error {
		if !t.late(s.now()) {
			return nil
		}
		return t.timeOut(t.Step(), s.now())
	})
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
func (s *Service) Make(ctx context.Context, by account.Account, id uuid.UUID, m Move) (Progress, error) {
	var retry, late bool
	t, err := s.turn(ctx, by, id, takeUp, func(t *turn) error {
		retry = t.repeats(m)
		late = !retry && m.Step == t.Step() && t.late(s.now())
		switch {
		case retry:
			return nil
		case late:
			return t.timeOut(m.Step, s.now())
		default:
			return t.make(m, s.now())
		}
	})
	switch {
	case err != nil:
		return Progress{}, err
	case late:
		return Progress{}, fault.New(fault.Conflict, "time_is_up", timeIsUp).With("step", t.Step())
	case retry:
		if t, err = t.asOf(m.Step + 1); err != nil {
			return Progress{}, err
		}
	}
	return s.progress(&t)
}

// StartTimer starts the clock of a timed decision, once.
func (s *Service) StartTimer(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(t *turn) error { return t.startTimer(step, s.now()) })
}

// TimeOut makes the choice that silence makes, once the time is up.
func (s *Service) TimeOut(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(t *turn) error {
		if err := t.open(step); err != nil {
			return err
		}
		if left, running := t.left(s.now()); !running || left > timerGrace {
			return fault.New(fault.Conflict, "time_is_left", timeIsLeft).With("step", t.Step())
		}
		return t.timeOut(step, s.now())
	})
}

// ChangeSettings changes the language the case is read in and the time allowed; an empty value leaves it as it is.
func (s *Service) ChangeSettings(ctx context.Context, by account.Account, id uuid.UUID, lang string, timing Timing) (View, error) {
	return s.change(ctx, by, id, func(t *turn) error {
		if lang != "" {
			if err := written(t.v, lang); err != nil {
				return err
			}
			t.Lang = lang
		}
		if timing != "" && t.running().IsZero() {
			t.Timing = timing
		}
		return nil
	})
}

// Abandon gives an attempt up.
func (s *Service) Abandon(ctx context.Context, by account.Account, id uuid.UUID, step int) (View, error) {
	return s.change(ctx, by, id, func(t *turn) error { return t.abandon(step, s.now()) })
}

// SaveDraft keeps what is being written. Over a draft that another tab has saved since, it is refused with the draft
// that is kept, under "draft".
func (s *Service) SaveDraft(ctx context.Context, by account.Account, id uuid.UUID, d Draft) (Draft, error) {
	a, err := s.store.ChangeAttempt(ctx, by.ID, id, func(a *Attempt) error { return a.saveDraft(d, s.now()) })
	return a.Draft, err
}

// find takes up one's own attempt.
func (s *Service) find(ctx context.Context, by account.Account, id uuid.UUID) (turn, error) {
	a, err := s.store.Attempt(ctx, by.ID, id)
	if err != nil {
		return turn{}, err
	}
	v, err := s.library.Find(ctx, a.Scenario)
	if err != nil {
		return turn{}, err
	}
	return take(&a, v)
}

func (s *Service) change(ctx context.Context, by account.Account, id uuid.UUID, change func(*turn) error) (View, error) {
	t, err := s.turn(ctx, by, id, take, change)
	if err != nil {
		return View{}, err
	}
	return s.view(&t)
}

// turn changes one's own attempt. Its version is read beforehand when it is not at hand: nothing is read while an
// attempt is changed.
func (s *Service) turn(
	ctx context.Context, by account.Account, id uuid.UUID, take func(*Attempt, *library.Version) (turn, error), change func(*turn) error,
) (t turn, err error) {
	errAway := errors.New("the version is not at hand")
	try := func(a *Attempt) (err error) {
		v, ok := s.library.Loaded(a.Scenario)
		if !ok {
			t.Attempt = &Attempt{Scenario: a.Scenario}
			return errAway
		}
		if t, err = take(a, v); err != nil {
			return err
		}
		return change(&t)
	}
	kept, err := s.store.ChangeAttempt(ctx, by.ID, id, try)
	if errors.Is(err, errAway) {
		if _, err := s.library.Find(ctx, t.Scenario); err != nil {
			return turn{}, err
		}
		kept, err = s.store.ChangeAttempt(ctx, by.ID, id, try)
	}
	t.Attempt = &kept
	return t, err
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
