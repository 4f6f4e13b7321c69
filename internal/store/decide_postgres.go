package store

import (
	"errors"
	"slices"

	"gorm.io/gorm"
)

// decideMany inserts the decisions of attempts whose rows have not changed, and those alone that no rival has made. It
// keeps others from changing those rows until the transaction ends, and waits for those who are about to.
const decideMany = `INSERT INTO decisions (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws,
	confidence, took_ms, idempotency_key, at_us)
SELECT d.attempt_id, d.step, d.node, d.visit, d.move, d.timed_out, d.offered, d.displayed, d.draws,
	d.confidence, d.took_ms, d.idempotency_key, d.at_us
FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::boolean[], $7::bigint[],
	$8::bytea[], $9::bytea[], $10::integer[], $11::bigint[], $12::text[], $13::bigint[], $14::integer[])
	AS d (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws, confidence, took_ms,
		idempotency_key, at_us, changes)
JOIN attempts a ON a.id = d.attempt_id AND a.changes = d.changes
ORDER BY d.attempt_id, d.step
FOR KEY SHARE OF a
ON CONFLICT DO NOTHING
RETURNING attempt_id, step`

// decide runs one statement, whose text is always the same: the driver keeps it prepared.
func (d postgres) decide(tx *gorm.DB, entries []*entry) (left []*entry, err error) {
	if len(entries) == 0 {
		return nil, nil
	}
	var c decisionColumns
	for _, e := range entries {
		for i := range e.decisions {
			c.add(&e.decisions[i], e.attempt.Changes)
		}
	}
	rows, err := tx.Statement.ConnPool.QueryContext(tx.Statement.Context, decideMany, c.id, c.step, c.node, c.visit, c.move,
		c.timedOut, c.offered, c.displayed, c.draws, c.confidence, c.tookMs, c.key, c.atUs, c.changes)
	if err != nil {
		return nil, err
	}
	made := make(map[decisionKey]bool, len(c.id))
	for rows.Next() {
		var k decisionKey
		if err := rows.Scan(&k.attempt, &k.step); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		made[k] = true
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for _, e := range entries {
		for i := range e.decisions {
			k := decisionKey{e.attempt.ID, e.decisions[i].Step}
			if !made[k] {
				left = append(left, e)
				break
			}
			delete(made, k) // a second one of this batch was not made
		}
	}
	return left, sayWhyMany(tx, entries, left)
}

// sayWhyMany inserts the rationales of the decisions that were made.
func sayWhyMany(tx *gorm.DB, entries, left []*entry) error {
	var rationales []rationaleRow
	for _, e := range entries {
		if len(e.rationales) > 0 && !slices.Contains(left, e) {
			rationales = append(rationales, e.rationales...)
		}
	}
	return create(tx, rationales)
}

type decisionKey struct {
	attempt key
	step    int
}

// decisionColumns are decisions, a list for each column.
type decisionColumns struct {
	id                                           [][16]byte
	step, node, visit, move, confidence, changes []int32
	timedOut                                     []bool
	offered, tookMs, atUs                        []int64
	displayed, draws                             [][]byte
	key                                          []string
}

func (c *decisionColumns) add(r *decisionRow, changes int) {
	c.id = append(c.id, r.AttemptID)
	c.step = append(c.step, int32(r.Step))
	c.node = append(c.node, int32(r.Node))
	c.visit = append(c.visit, int32(r.Visit))
	c.move = append(c.move, int32(r.Move))
	c.confidence = append(c.confidence, int32(r.Confidence))
	c.changes = append(c.changes, int32(changes))
	c.timedOut = append(c.timedOut, r.TimedOut)
	c.offered = append(c.offered, r.Offered)
	c.tookMs = append(c.tookMs, r.TookMs)
	c.atUs = append(c.atUs, r.AtUs)
	c.displayed = append(c.displayed, r.Displayed)
	c.draws = append(c.draws, r.Draws)
	c.key = append(c.key, r.IdempotencyKey)
}
