//go:build bench

package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"casebook/frontend"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/demo"
	"casebook/internal/export"
	"casebook/internal/library"
	"casebook/internal/report"
	"casebook/internal/store"
	"casebook/internal/web"
)

// What somebody would write by hand for the main content of a page: the best score of each person in each assignment,
// and how often each choice was made where it could be.
const (
	scoresByHand = `SELECT e.account_id, p.name, a.assignment_id, count(*), max(s.capped), max(a.ended_at)
		FROM enrolments e JOIN accounts p ON p.id = e.account_id
		LEFT JOIN attempts a ON a.cohort_id = e.cohort_id AND a.account_id = e.account_id
		LEFT JOIN summaries s ON s.attempt_id = a.id
		WHERE e.cohort_id = ? GROUP BY e.account_id, p.name, a.assignment_id`
	choicesByHand = `SELECT d.node, d.move, d.offered, count(*), avg(d.took_ms), avg(d.confidence)
		FROM decisions d JOIN attempts a ON a.id = d.attempt_id
		WHERE a.cohort_id = ? AND a.status = 'completed'
		GROUP BY d.node, d.move, d.offered`
	endedByHand = `SELECT count(*) FROM attempts WHERE cohort_id = ? AND status = 'completed'`
)

// cohorts measures the pages of a cohort, asked for over HTTP, beside SQL on the same database.
func cohorts(ctx context.Context, o options) (rows []row, err error) {
	s, err := openSchool(ctx, filepath.Join(o.data, "cohorts.db"))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	class, err := s.class(ctx, 20, demo.Plan{Seed: 1, People: 50, Attempts: 20})
	if err != nil {
		return nil, err
	}
	crowd, err := s.class(ctx, 1, demo.Plan{Seed: 2, People: 100, Attempts: 150})
	if err != nil {
		return nil, err
	}
	var ended int
	if err := s.db.QueryRowContext(ctx, endedByHand, crowd[:]).Scan(&ended); err != nil || ended < 10_000 {
		return nil, errors.Join(err, fmt.Errorf("%d attempts have ended", ended))
	}
	page := func(path, tells string) func() (nanoseconds, error) {
		return once(func() error { return s.get(ctx, path, tells) })
	}
	hand := func(query string, of uuid.UUID) func() (nanoseconds, error) {
		return once(func() error { return s.query(ctx, query, of) })
	}
	took, err := takeTurns(o.rounds, []timing{
		{"cohort page", page("/api/v1/cohorts/"+class.String()+"/progress?lang=fr", `"view":"people"`)},
		{"cohort page by SQL", hand(scoresByHand, class)},
		{"case page", page(fmt.Sprintf("/api/v1/cohorts/%s/cases/%s/%d?lang=fr", crowd, s.version.ID, s.version.Version),
			fmt.Sprintf(`"completed":%d,`, ended))},
		{"case page by SQL", hand(choicesByHand, crowd)},
	})
	if err != nil {
		return nil, err
	}
	beside := func(what, name string) row {
		ours, reference := took[name], took[name+" by SQL"]
		return atMost(what, ours.String(), reference.String(), float64(ours/reference), 3)
	}
	return []row{
		beside("a cohort of 50 people × 20 cases over SQL written by hand", "cohort page"),
		beside(fmt.Sprintf("a case over %d ended attempts over SQL written by hand", ended), "case page"),
	}, nil
}

// school is the product with a trainer, and a way past it into its database.
type school struct {
	store   *store.Store
	db      *sql.DB
	version *library.Version
	cohorts *cohort.Service
	exports *export.Service
	trainer account.Account
	token   string
	server  *httptest.Server
}

func openSchool(ctx context.Context, file string) (s school, err error) {
	if s.store, err = opened(ctx, file); err != nil {
		return s, err
	}
	if _, err = s.store.Migrate(ctx); err != nil {
		return s, err
	}
	plan := demo.Plan{Until: now()}
	if s.version, err = publish(ctx, s.store, plan.Begins); err != nil {
		return s, err
	}
	if s.db, err = sql.Open("sqlite3", "file:"+file+"?_busy_timeout=5000"); err != nil {
		return s, err
	}
	registers, err := readRegisters()
	if err != nil {
		return s, err
	}
	lib := library.New(s.store, registers, now)
	accounts := account.New(s.store, s.store, now)
	attempts := attempt.New(s.store, lib, now)
	s.cohorts = cohort.New(s.store, lib, accounts, s.store, now)
	s.trainer = account.Account{ID: uuid.Must(uuid.NewV7()), Kind: account.Person, Role: account.Trainer, Name: "Trainer", CreatedAt: now()}
	if err = s.store.AddAccount(ctx, s.trainer); err != nil {
		return s, err
	}
	e, err := accounts.Enter(ctx, account.Visitor{}, s.trainer, account.ByLink)
	if err != nil {
		return s, err
	}
	s.token = e.Token
	reports := report.NewReader(s.store, lib, attempts, now)
	s.exports = export.New(reports, s.store, lib, s.store, now)
	h, err := web.New(web.Services{
		Accounts: accounts, Library: lib, Attempts: attempts, Cohorts: s.cohorts, Reports: reports,
		Ready:    func(context.Context) error { return nil },
		Frontend: frontend.Files(), Log: slog.New(slog.DiscardHandler), Now: now, Version: "bench",
	})
	if err != nil {
		return s, err
	}
	s.server = httptest.NewServer(h)
	return s, nil
}

func (s school) close() error {
	s.server.Close()
	return errors.Join(s.db.Close(), s.store.Close())
}

// class is a cohort that is given the case so many times, and whose people have played as a plan says.
func (s school) class(ctx context.Context, times int, plan demo.Plan) (id uuid.UUID, err error) {
	full, err := s.cohorts.Create(ctx, s.trainer, "Class", 0)
	if err != nil {
		return id, err
	}
	bulk, err := s.store.Bulk()
	if err != nil {
		return id, err
	}
	defer func() { err = errors.Join(err, bulk.Close()) }()
	to := placed{Bulk: bulk, db: s.db, cohort: full.ID, begun: map[uuid.UUID]int{}}
	for range times {
		a, err := s.cohorts.Assign(ctx, s.trainer, full.ID, s.version.Ref, cohort.Window{OpensAt: now().Add(-2 * demo.Span)})
		if err != nil {
			return id, err
		}
		to.given = append(to.given, a.ID)
	}
	c, err := demo.NewCase(s.version)
	if err != nil {
		return id, err
	}
	plan.Until = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	_, err = demo.Fill(ctx, plan, []*demo.Case{c}, to, func(demo.Count) {})
	return full.ID, err
}

// placed keeps what is made up under a cohort, one assignment after the other.
type placed struct {
	*store.Bulk
	db     *sql.DB
	cohort uuid.UUID
	given  []uuid.UUID
	begun  map[uuid.UUID]int
}

// Add implements demo.Loader.
func (p placed) Add(ctx context.Context, accounts []account.Account, attempts []attempt.Attempt) error {
	for i := range attempts {
		a := &attempts[i]
		a.Under = attempt.Under{Assignment: p.given[p.begun[a.Account]%len(p.given)], Cohort: p.cohort}
		if a.Status != attempt.InProgress {
			a.Summary.Cohort = p.cohort
		}
		p.begun[a.Account]++
	}
	if err := p.Bulk.Add(ctx, accounts, attempts); err != nil {
		return err
	}
	for _, a := range accounts {
		_, err := p.db.ExecContext(ctx, "INSERT INTO enrolments (cohort_id, account_id, way, enrolled_at) VALUES (?, ?, 'hand', ?)",
			p.cohort[:], a.ID[:], a.CreatedAt)
		if err != nil {
			return err
		}
	}
	return nil
}

// get reads a page, which has to tell something.
func (s school) get(ctx context.Context, path, tells string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.server.URL+path, nil)
	if err != nil {
		return err
	}
	req.AddCookie(&http.Cookie{Name: "casebook_session", Value: s.token})
	res, err := s.server.Client().Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	var body bytes.Buffer
	body.Grow(int(max(0, res.ContentLength)) + bytes.MinRead)
	_, err = body.ReadFrom(res.Body)
	if err == nil && (res.StatusCode != http.StatusOK || !bytes.Contains(body.Bytes(), []byte(tells))) {
		err = fmt.Errorf("%s: %s without %s", path, res.Status, tells)
	}
	return err
}

func (s school) query(ctx context.Context, query string, of uuid.UUID) error {
	rows, err := s.db.QueryContext(ctx, query, of[:])
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var cells [6]any
		if err := rows.Scan(&cells[0], &cells[1], &cells[2], &cells[3], &cells[4], &cells[5]); err != nil {
			return err
		}
	}
	return rows.Err()
}
