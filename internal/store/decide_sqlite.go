package store

import "gorm.io/gorm"

// decideOne inserts a decision of an attempt whose row has not changed, and none when a rival was faster.
const decideOne = `INSERT INTO decisions (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws,
	confidence, took_ms, idempotency_key, at_us)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
WHERE EXISTS (SELECT 1 FROM attempts WHERE id = ? AND changes = ?)
ON CONFLICT DO NOTHING`

// decide runs one statement for each decision: SQLite has no network between them, and its driver keeps them prepared.
func (d sqlite) decide(tx *gorm.DB, entries []*entry) (left []*entry, err error) {
	ctx, pool := tx.Statement.Context, tx.Statement.ConnPool
	for _, e := range entries {
		for i := range e.decisions {
			r := &e.decisions[i]
			result, err := pool.ExecContext(ctx, decideOne, r.AttemptID[:], r.Step, r.Node, r.Visit, r.Move, r.TimedOut,
				r.Offered, r.Displayed, r.Draws, r.Confidence, r.TookMs, r.IdempotencyKey, r.AtUs,
				r.AttemptID[:], e.attempt.Changes)
			if err != nil {
				return nil, err
			}
			if n, err := result.RowsAffected(); err != nil {
				return nil, err
			} else if n == 0 {
				left = append(left, e)
				break
			}
		}
	}
	return left, nil
}
