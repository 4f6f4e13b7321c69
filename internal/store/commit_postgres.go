package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// A row that somebody else has locked is not waited for, because many changes would wait with one: a change that needs
// it is left out and comes again. What else may be locked, such as the account of a new attempt, is waited for.
const (
	holdAttempts  = `SELECT id FROM attempts WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED`
	attemptsStand = `SELECT a.id, a.changes, (SELECT count(*) FROM decisions d WHERE d.attempt_id = a.id)
FROM attempts a WHERE a.id = ANY($1)`
	attemptsHeld = `SELECT id FROM attempts WHERE id = ANY($1)
AND id NOT IN (SELECT id FROM attempts WHERE id = ANY($1) FOR KEY SHARE SKIP LOCKED)`
	waitBriefly = `SELECT set_config('lock_timeout', '50ms', true)`
)

// commit goes to the server and back once, or twice when rows of attempts change.
func (d postgres) commit(ctx context.Context, db *gorm.DB, b batch, brief bool) (left leftOut, err error) {
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return nil, outside{err}
	}
	defer shut(conn)
	err = conn.Raw(func(driverConn any) error {
		native, ok := driverConn.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("the driver is %T", driverConn)
		}
		left, err = commitOn(ctx, native.Conn(), db, b, brief)
		return err
	})
	if sqlState(err, "23505") {
		err = fmt.Errorf("%w: %w", gorm.ErrDuplicatedKey, err)
	}
	return left, err
}

func commitOn(ctx context.Context, conn *pgx.Conn, db *gorm.DB, b batch, brief bool) (leftOut, error) {
	left := leftOut{}
	var p parcel
	if brief {
		p.add(waitBriefly)
	}
	changing := b.changing()
	if len(changing) > 0 {
		defer rollback(ctx, conn)
		if err := reserve(ctx, conn, changing, left); err != nil {
			return nil, err
		}
	}
	if err := p.write(b.but(left), p.gorm(ctx, db)); err != nil {
		return nil, err
	}
	var made map[decisionKey]bool
	deciding := b.but(left).deciding()
	if len(deciding) > 0 {
		p.ask(func(rows pgx.Rows) (err error) {
			made, err = readMade(rows)
			return err
		}, decideMany, deciding.columns().values()...)
	}
	if len(changing) > 0 {
		p.end()
	}
	begun := db.NowFunc()
	err := p.send(ctx, conn)
	db.Logger.Trace(ctx, begun, func() (string, int64) { return decideMany, int64(len(made)) }, err)
	if err != nil {
		return nil, err
	}
	tellApart(ctx, conn, deciding.notMade(made), left)
	return left, nil
}

// write puts in everything but decisions and why they were made: a statement for the attempts that are new and one for
// the others, which are known to be there. An upsert gives many rows values of their own.
func (p *parcel) write(b batch, tx *gorm.DB) error {
	var added, changed []attemptRow
	var summaries []summaryRow
	for _, e := range b {
		switch {
		case e.isNew:
			added = append(added, e.attempt)
		case e.changed:
			changed = append(changed, e.attempt)
		}
		if e.was.summary.none() && !e.is.summary.none() {
			summaries = append(summaries, e.is.summary)
		}
	}
	if err := create(tx, added); err != nil {
		return err
	}
	if err := create(tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(changing),
	}), changed); err != nil {
		return err
	}
	if err := create(tx, summaries); err != nil {
		return err
	}
	return b.page().write(tx)
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
// not made of how they stand. That is read by a statement of its own, which sees what was committed before their rows
// were locked.
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

// rollback undoes a transaction that is still open. One that cannot be undone ends with its connection.
func rollback(ctx context.Context, conn *pgx.Conn) {
	if conn.PgConn().TxStatus() != 'I' {
		_, _ = conn.Exec(ctx, "ROLLBACK")
	}
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
