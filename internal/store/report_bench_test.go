package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/report"
)

// manyPlayed are attempts of the class's case, made in memory, that people play at random under an assignment.
func (c *class) manyPlayed(b *testing.B, people []uuid.UUID, each int, assignment uuid.UUID) (list []attempt.Attempt) {
	b.Helper()
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range len(people) * each {
		a := attempt.Attempt{
			ID: newID(b), Account: people[i%len(people)], Scenario: c.version.Ref, Lang: "fr", Timing: attempt.Standard,
			Seed: fmt.Sprint(i), Status: attempt.InProgress, StartedAt: noon,
			Under: attempt.Under{Assignment: assignment, Cohort: c.id},
		}
		h, err := engine.Open(c.version.Scenario, engine.Dice{Seed: a.Seed})
		if err != nil {
			b.Fatal(err)
		}
		for h.End.State.Open(c.version.Scenario) {
			open := h.End.State.Moves(c.version.Scenario, nil)
			if err := h.Go(c.version.Scenario, engine.Made{Move: open[chance.IntN(len(open))]}); err != nil {
				b.Fatal(err)
			}
			m := &h.Moments[len(h.Moments)-1]
			d := attempt.Decision{
				At: noon.Add(time.Duration(i*60+len(h.Moments)) * time.Second), Took: time.Duration(chance.IntN(120)) * time.Second,
				Confidence: chance.IntN(4),
			}
			d.Tell(c.version.Scenario, m, m.Before.Offer(c.version.Scenario))
			a.Decisions = append(a.Decisions, d)
		}
		if err := a.End(c.version, h, attempt.Completed, a.EnteredAt()); err != nil {
			b.Fatal(err)
		}
		list = append(list, a)
	}
	return list
}

// BenchmarkReports reads a case over ten thousand attempts, and how a cohort of 50 stands in 20 cases.
func BenchmarkReports(b *testing.B) {
	for name, address := range servers() {
		b.Run(name+"/case", func(b *testing.B) {
			c := newClass(b, opened(b, address(b)), 100)
			c.pour(b, c.manyPlayed(b, c.people, 100, c.assignment))
			eyes(b, func(b *testing.B, by account.Account) {
				k, err := c.reader.Case(b.Context(), by, c.id, c.version.Ref, report.CasePick{})
				if err != nil || k.Completed < 100 {
					b.Fatal(k.Completed, err)
				}
			}, c)
			c.byHand(b, choicesByHand, key(c.id), c.version.ID, c.version.Version)
		})
		b.Run(name+"/progress", func(b *testing.B) {
			c := newClass(b, opened(b, address(b)), 50)
			c.pour(b, c.manyPlayed(b, c.people, 1, c.assignment))
			for range 19 {
				c.pour(b, c.manyPlayed(b, c.people, 1, c.assign(b)))
			}
			eyes(b, func(b *testing.B, by account.Account) {
				p, err := c.reader.Progress(b.Context(), by, c.id, report.Pick{})
				if err != nil || len(p.Assignments) != 20 {
					b.Fatal(len(p.Assignments), err)
				}
			}, c)
			c.byHand(b, scoresByHand, key(c.id))
		})
	}
}

// What somebody would write by hand: how often each choice was made where it could be, and the best score of each
// person in each assignment.
const (
	choicesByHand = `SELECT d.node, d.move, d.offered, count(*), avg(d.took_ms), avg(d.confidence)
		FROM decisions d JOIN attempts a ON a.id = d.attempt_id
		WHERE a.cohort_id = ? AND a.scenario_id = ? AND a.scenario_version = ? AND a.status = 'completed'
		GROUP BY d.node, d.move, d.offered`
	scoresByHand = `SELECT e.account_id, p.name, a.assignment_id, count(*), max(s.capped), max(a.ended_at)
		FROM enrolments e JOIN accounts p ON p.id = e.account_id
		LEFT JOIN attempts a ON a.cohort_id = e.cohort_id AND a.account_id = e.account_id
		LEFT JOIN summaries s ON s.attempt_id = a.id
		WHERE e.cohort_id = ? GROUP BY e.account_id, p.name, a.assignment_id`
)

func eyes(b *testing.B, read func(*testing.B, account.Account), c *class) {
	for who, by := range map[string]account.Account{"trainer": c.trainer, "manager": c.manager} {
		b.Run(who, func(b *testing.B) {
			for b.Loop() {
				read(b, by)
			}
		})
	}
}

func (c *class) byHand(b *testing.B, query string, args ...any) {
	b.Run("by hand", func(b *testing.B) {
		for b.Loop() {
			rows, err := c.read.WithContext(b.Context()).Raw(query, args...).Rows()
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for rows.Next() {
				n++
			}
			shut(rows)
			if n == 0 || rows.Err() != nil {
				b.Fatal(n, rows.Err())
			}
		}
	})
}

func (c *class) pour(b *testing.B, attempts []attempt.Attempt) {
	b.Helper()
	bulk, err := c.Bulk()
	if err != nil {
		b.Fatal(err)
	}
	defer shut(bulk)
	if err := bulk.Add(b.Context(), nil, attempts); err != nil {
		b.Fatal(err)
	}
}
