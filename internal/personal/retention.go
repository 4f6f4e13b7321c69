package personal

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
)

// Trace is an attempt of a cohort that is still under a name.
type Trace struct {
	Account uuid.UUID
	Last    time.Time // when it ended, or what was done of it last
}

// Retention is what a cohort's attempts lose their names by.
type Retention struct {
	Days   int // after which they do; 0 is never
	Due    Due // by now
	Coming []Due
	Demo   bool // the cohort is the demonstration
}

// Retained is what a cohort keeps under a name, and for how long.
type Retained struct {
	Cohort string // its name
	Demo   bool   // it is the demonstration
	Days   int    // 0 is for good
	Traces []Trace
}

// Due is how much loses its name until the end of a day, in UTC. People are counted with their first attempt of it.
type Due struct {
	By               time.Time
	Attempts, People int
}

// Retention tells what a cohort's retention would take, and when; nothing is changed. days is tried in place of the
// cohort's own, unless it is 0.
func (s *Service) Retention(ctx context.Context, by account.Account, id uuid.UUID, days int) (Retention, error) {
	kept, err := s.store.Traces(ctx, cohort.Settings(by), id)
	if err != nil {
		return Retention{}, err
	}
	if days == 0 {
		days = kept.Days
	}
	r := Forecast(kept.Traces, days, s.now())
	r.Demo = kept.Demo
	return r, nil
}

// Cutoff is the moment that what ended before it has lost its name, at a moment.
func Cutoff(now time.Time, days int) time.Time { return now.AddDate(0, 0, -days) }

// Forecast is what a retention takes of what is there, now and then by month.
func Forecast(traces []Trace, days int, now time.Time) Retention {
	r := Retention{Days: days, Due: Due{By: now}}
	if days == 0 {
		return r
	}
	traces = slices.Clone(traces)
	slices.SortFunc(traces, func(a, b Trace) int { return a.Last.Compare(b.Last) })
	cutoff, met := Cutoff(now, days), map[time.Time]map[uuid.UUID]bool{}
	for _, t := range traces {
		into := &r.Due
		if !t.Last.Before(cutoff) {
			into = r.month(endOfMonth(t.Last.AddDate(0, 0, days)))
		}
		into.Attempts++
		if met[into.By] == nil {
			met[into.By] = map[uuid.UUID]bool{}
		}
		if !met[into.By][t.Account] {
			met[into.By][t.Account] = true
			into.People++
		}
	}
	return r
}

// month is what is due until a day, which comes no earlier than those before.
func (r *Retention) month(by time.Time) *Due {
	if n := len(r.Coming); n == 0 || r.Coming[n-1].By.Before(by) {
		r.Coming = append(r.Coming, Due{By: by})
	}
	return &r.Coming[len(r.Coming)-1]
}

// endOfMonth is the last day of a moment's month.
func endOfMonth(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month()+1, 0, 0, 0, 0, 0, time.UTC)
}
