package store

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// waitBriefly is for what may be locked and has to be waited for: the account of a new attempt, say.
const waitBriefly = `SELECT set_config('lock_timeout', '50ms', true)`

// commit implements database.
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

// commitOn goes to the server and back once. Only when rivals are in the way does it go again, and looks first.
func commitOn(ctx context.Context, conn *pgx.Conn, db *gorm.DB, b batch, brief bool) (leftOut, error) {
	left := leftOut{}
	p := parcel{brief: brief}
	p.suppose(b.changing())
	err := p.ship(ctx, conn, db, b, left)
	if !p.mistaken(err) {
		return left, err
	}
	defer rollback(ctx, conn)
	if err := reserve(ctx, conn, b.changing(), left); err != nil {
		return nil, err
	}
	p = parcel{brief: brief, ends: true}
	return left, p.ship(ctx, conn, db, b, left)
}

// rollback undoes a transaction that is still open. One that cannot be undone ends with its connection.
func rollback(ctx context.Context, conn *pgx.Conn) {
	if conn.PgConn().TxStatus() != 'I' {
		_, _ = conn.Exec(ctx, "ROLLBACK")
	}
}

// ship writes a batch but for what is left out, and leaves out the decisions that could not be made.
func (p *parcel) ship(ctx context.Context, conn *pgx.Conn, db *gorm.DB, b batch, left leftOut) error {
	if p.brief {
		p.add(waitBriefly)
	}
	if err := p.write(b.but(left), p.gorm(ctx, db)); err != nil {
		return err
	}
	var made map[decisionKey]bool
	deciding := b.but(left).deciding()
	if len(deciding) > 0 {
		p.ask(func(rows pgx.Rows) (err error) {
			made, err = readMade(rows)
			return err
		}, decideMany, deciding.columns().values()...)
	}
	begun := db.NowFunc()
	err := p.send(ctx, conn)
	db.Logger.Trace(ctx, begun, func() (string, int64) { return decideMany, int64(len(made)) }, err)
	if err != nil {
		return err
	}
	tellApart(ctx, conn, deciding.notMade(made), left)
	return nil
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
