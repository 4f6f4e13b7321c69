package store

import "github.com/jackc/pgx/v5"

// decideMany inserts the decisions of attempts whose rows have not changed and are held by nobody, and those alone that
// no rival has made; and why they were made. It keeps others from changing those rows until the transaction ends. The
// order is the same in every program, so that two of them do not wait for each other.
const decideMany = `WITH made AS (
	INSERT INTO decisions (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws,
		confidence, took_ms, idempotency_key, at_us)
	SELECT d.attempt_id, d.step, d.node, d.visit, d.move, d.timed_out, d.offered, d.displayed, d.draws,
		d.confidence, d.took_ms, d.idempotency_key, d.at_us
	FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::boolean[], $7::bigint[],
		$8::bytea[], $9::bytea[], $10::integer[], $11::bigint[], $12::text[], $13::bigint[], $14::integer[])
		AS d (attempt_id, step, node, visit, move, timed_out, offered, displayed, draws, confidence, took_ms,
			idempotency_key, at_us, changes)
	JOIN attempts a ON a.id = d.attempt_id AND a.changes = d.changes
	ORDER BY d.attempt_id, d.step
	FOR KEY SHARE OF a SKIP LOCKED
	ON CONFLICT DO NOTHING
	RETURNING attempt_id, step
), reasons AS (
	INSERT INTO rationales (attempt_id, step, text)
	SELECT r.attempt_id, r.step, r.text
	FROM unnest($15::uuid[], $16::integer[], $17::text[]) AS r (attempt_id, step, text)
	JOIN made USING (attempt_id, step)
)
SELECT attempt_id, step FROM made`

type decisionKey struct {
	attempt key
	step    int
}

// readMade reads which decisions were made.
func readMade(rows pgx.Rows) (map[decisionKey]bool, error) {
	made := map[decisionKey]bool{}
	for rows.Next() {
		var k decisionKey
		if err := rows.Scan((*[16]byte)(&k.attempt), &k.step); err != nil {
			return nil, err
		}
		made[k] = true
	}
	return made, rows.Err()
}

// notMade are the changes of which not all decisions were.
func (b batch) notMade(made map[decisionKey]bool) (some batch) {
	for _, e := range b {
		for i := range e.decisions {
			k := decisionKey{e.attempt.ID, e.decisions[i].Step}
			if !made[k] {
				some = append(some, e)
				break
			}
			delete(made, k) // a second one of this batch was not made
		}
	}
	return some
}

// decisionColumns are decisions and why they were made, a list for each column.
type decisionColumns struct {
	id                                           [][16]byte
	step, node, visit, move, confidence, changes []int32
	timedOut                                     []bool
	offered, tookMs, atUs                        []int64
	displayed, draws                             [][]byte
	key                                          []string

	reasonID   [][16]byte
	reasonStep []int32
	reason     []string
}

func (b batch) columns() *decisionColumns {
	var c decisionColumns
	for _, e := range b {
		for i := range e.decisions {
			c.add(&e.decisions[i], e.attempt.Changes)
		}
		for i := range e.rationales {
			c.explain(&e.rationales[i])
		}
	}
	return &c
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

func (c *decisionColumns) explain(r *rationaleRow) {
	c.reasonID = append(c.reasonID, r.AttemptID)
	c.reasonStep = append(c.reasonStep, int32(r.Step))
	c.reason = append(c.reason, r.Text)
}

// values are the parameters of decideMany.
func (c *decisionColumns) values() []any {
	return []any{
		c.id, c.step, c.node, c.visit, c.move, c.timedOut, c.offered, c.displayed, c.draws,
		c.confidence, c.tookMs, c.key, c.atUs, c.changes, c.reasonID, c.reasonStep, c.reason,
	}
}
