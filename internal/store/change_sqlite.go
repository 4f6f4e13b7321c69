package store

import "gorm.io/gorm"

// The statements that beginning, playing and ending an attempt are made of. Their text is always the same: the driver
// keeps them prepared. With one transaction that writes at a time, a condition is all that tells rivals apart.
const (
	addOne = `INSERT INTO attempts (id, account_id, scenario_id, scenario_version, lang, timing, seed, status, state,
	timer_at, timer_step, started_at, ended_at, assignment_id, cohort_id, learning, ordinal, changes)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (assignment_id, account_id, ordinal) WHERE ordinal > 0 DO NOTHING`
	changeOne = `UPDATE attempts SET lang = ?, timing = ?, status = ?, state = ?, timer_at = ?, timer_step = ?, ended_at = ?,
	changes = ? WHERE id = ? AND changes = ? AND (SELECT count(*) FROM decisions WHERE attempt_id = attempts.id) = ?`
	decideOne = `INSERT INTO decisions (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws,
	confidence, took_ms, idempotency_key, at_us) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
	WHERE EXISTS (SELECT 1 FROM attempts WHERE id = ? AND changes = ?) ON CONFLICT DO NOTHING`
	sayWhy   = `INSERT INTO rationales (attempt_id, step, text) VALUES (?, ?, ?)`
	sumUpOne = `INSERT INTO summaries (attempt_id, account_id, cohort_id, scenario_id, scenario_version, status, ended_us,
	node, steps, score, capped, profile, wide, path, course) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// writeBatch writes what is made of what the database holds, and leaves out the rest, a statement for each row: there is no
// network between them. When it finds out too late, for a change that is half written, it fails with errMoved.
func writeBatch(tx *gorm.DB, b batch) (leftOut, error) {
	left := leftOut{}
	for _, e := range b {
		if made, err := change(tx, e); err != nil {
			return nil, err
		} else if !made {
			left[e] = errMoved
		}
	}
	for _, e := range b.but(left).deciding() {
		switch made, err := decideAll(tx, e); {
		case err != nil:
			return nil, err
		case !made && (e.isNew || e.changed):
			return nil, errMoved
		case !made:
			left[e] = errMoved
		}
	}
	return left, b.but(left).page().write(tx)
}

// change writes the row of an attempt, and its summary; false when a rival was faster.
func change(tx *gorm.DB, e *entry) (bool, error) {
	made, err := changeRow(tx, e)
	if s := &e.is.summary; made && e.was.summary.none() && !s.none() {
		_, err = run(tx, sumUpOne, s.AttemptID, s.AccountID, s.CohortID, s.ScenarioID, s.ScenarioVersion, s.Status, s.EndedUs,
			s.Node, s.Steps, s.Score, s.Capped, s.Profile, s.Wide, s.Path, s.Course)
	}
	return made, err
}

// changeRow writes the row of an attempt that is new or has changed; false when a rival was faster.
func changeRow(tx *gorm.DB, e *entry) (bool, error) {
	r := &e.attempt
	switch {
	case e.isNew:
		return run(tx, addOne, r.ID, r.AccountID, r.ScenarioID, r.ScenarioVersion, r.Lang, r.Timing, r.Seed, r.Status, r.State,
			r.TimerAt, r.TimerStep, r.StartedAt, r.EndedAt, r.AssignmentID, r.CohortID, r.Learning, r.Ordinal, r.Changes)
	case e.changed:
		return run(tx, changeOne, r.Lang, r.Timing, r.Status, r.State, r.TimerAt, r.TimerStep, r.EndedAt, r.Changes,
			r.ID, e.changes, e.before)
	default:
		return true, nil
	}
}

func decideAll(tx *gorm.DB, e *entry) (bool, error) {
	for i := range e.decisions {
		r := &e.decisions[i]
		made, err := run(tx, decideOne, r.AttemptID, r.Step, r.Node, r.Visit, r.Move, r.TimedOut, r.Offered, r.Displayed, r.Draws,
			r.Confidence, r.TookMs, r.IdempotencyKey, r.AtUs, r.AttemptID, e.attempt.Changes)
		if err != nil || !made {
			return false, err
		}
	}
	for i := range e.rationales {
		r := &e.rationales[i]
		if _, err := run(tx, sayWhy, r.AttemptID, r.Step, r.Text); err != nil {
			return false, err
		}
	}
	return true, nil
}

// run runs a statement past GORM, in its transaction, and answers whether it has written anything.
func run(tx *gorm.DB, statement string, args ...any) (bool, error) {
	result, err := tx.Statement.ConnPool.ExecContext(tx.Statement.Context, statement, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}
