package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"
)

// A row that somebody else has locked is not waited for, because many changes would wait with one: a change that needs
// it is left out and comes again.
const (
	// holdNow and stillStand fail unless all attempts can be locked and stand as the changes of their rows suppose.
	holdNow    = `SELECT id FROM attempts WHERE id = ANY($1) ORDER BY id FOR UPDATE NOWAIT`
	stillStand = `SELECT 1 / (count(DISTINCT a.id) = $4)::integer
FROM unnest($1::uuid[], $2::integer[], $3::bigint[]) AS e (id, changes, step)
JOIN attempts a ON a.id = e.id AND a.changes = e.changes
WHERE (SELECT count(*) FROM decisions d WHERE d.attempt_id = a.id) = e.step`

	holdAttempts  = `SELECT id FROM attempts WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED`
	attemptsStand = `SELECT a.id, a.changes, (SELECT count(*) FROM decisions d WHERE d.attempt_id = a.id)
FROM attempts a WHERE a.id = ANY($1)`
	attemptsHeld = `SELECT id FROM attempts WHERE id = ANY($1)
AND id NOT IN (SELECT id FROM attempts WHERE id = ANY($1) FOR KEY SHARE SKIP LOCKED)`
)

// suppose puts in what fails when somebody holds an attempt whose row a batch changes, or it does not stand as it did.
// Nobody else can change those rows, nor decide, until the transaction ends. How they stand is asked by a statement of
// its own, which sees what was committed before they were locked.
func (p *parcel) suppose(b batch) {
	if len(b) == 0 {
		return
	}
	changes, steps := make([]int32, len(b)), make([]int64, len(b))
	for i, e := range b {
		changes[i], steps[i] = int32(e.changes), int64(e.before)
	}
	ids := arrayOf(b)
	p.add(holdNow, ids)
	p.add(stillStand, ids, changes, steps, len(b))
	p.supposed = p.asked
}

// mistaken reports whether an error is of what was supposed.
func (p *parcel) mistaken(err error) bool {
	return p.answered < p.supposed && (waited(err) || sqlState(err, "22012"))
}

// confront leaves out the changes that are not made of how their attempts stand.
func (b batch) confront(stands map[key]standing, left leftOut) {
	for _, e := range b {
		s, there := stands[e.attempt.ID]
		switch {
		case left[e] != nil:
		case !there || s != standing{e.changes, e.before}:
			left[e] = errMoved
		default:
			delete(stands, e.attempt.ID) // a second change in this batch was not made of what the first leaves
		}
	}
}

// reserve begins a transaction in which nobody else can change the attempts of a batch, nor decide, and leaves out what is
// not made of how they stand.
func reserve(ctx context.Context, conn *pgx.Conn, b batch, left leftOut) error {
	var p parcel
	ids := arrayOf(b)
	var id key
	var now standing
	ours, stands := map[key]bool{}, map[key]standing{}
	p.add("BEGIN")
	p.ask(func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, []any{(*[16]byte)(&id)}, func() error {
			ours[id] = true
			return nil
		})
		return err
	}, holdAttempts, ids)
	p.ask(func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, []any{(*[16]byte)(&id), &now.Changes, &now.Step}, func() error {
			stands[id] = now
			return nil
		})
		return err
	}, attemptsStand, ids)
	if err := p.send(ctx, conn); err != nil {
		return err
	}
	for _, e := range b {
		if _, there := stands[e.attempt.ID]; there && !ours[e.attempt.ID] {
			left[e] = errHeld
		}
	}
	b.confront(stands, left)
	return nil
}

// tellApart tells those who were outrun from those whose attempt somebody holds.
func tellApart(ctx context.Context, conn *pgx.Conn, entries batch, left leftOut) {
	if len(entries) == 0 {
		return
	}
	rows, _ := conn.Query(ctx, attemptsHeld, arrayOf(entries)) // an error is told by those who read
	held, err := pgx.CollectRows(rows, pgx.RowTo[[16]byte])
	for _, e := range entries {
		switch {
		case err != nil:
			left[e] = err
		case slices.Contains(held, [16]byte(e.attempt.ID)):
			left[e] = errHeld
		default:
			left[e] = errMoved
		}
	}
}

// arrayOf are the ids of attempts, as a parameter.
func arrayOf(b batch) [][16]byte {
	ids := make([][16]byte, len(b))
	for i, e := range b {
		ids[i] = e.attempt.ID
	}
	return ids
}
