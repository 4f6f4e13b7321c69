package store

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
)

// parcel are statements that go to the server together and cost one wait: one transaction, unless one is open. GORM
// takes it for a connection, and writes into it; it must not ask it anything.
type parcel struct {
	gorm.ConnPool
	statements pgx.Batch
	brief      bool // what others hold is hardly waited for
	ends       bool // a transaction is open, and ends with it
	supposed   int  // statements that come first, and fail when what they suppose is not so
	asked      int  // statements of which one may be to blame for an error
	answered   int
}

// ask puts a statement in, and whoever reads its answer.
func (p *parcel) ask(read func(pgx.Rows) error, statement string, values ...any) {
	p.asked++
	p.statements.Queue(statement, values...).Query(func(rows pgx.Rows) error {
		err := read(rows)
		if err == nil {
			p.answered++
		}
		return err
	})
}

// add puts a statement in whose answer nobody reads.
func (p *parcel) add(statement string, values ...any) {
	p.asked++
	p.statements.Queue(statement, values...).Exec(func(pgconn.CommandTag) error {
		p.answered++
		return nil
	})
}

// ExecContext implements gorm.ConnPool.
func (p *parcel) ExecContext(_ context.Context, statement string, values ...any) (sql.Result, error) {
	p.add(statement, values...)
	return driver.RowsAffected(0), nil
}

// gorm writes into the parcel.
func (p *parcel) gorm(ctx context.Context, db *gorm.DB) *gorm.DB {
	tx := db.Session(&gorm.Session{NewDB: true, Context: ctx})
	tx.Statement.ConnPool = p
	return tx
}

// send returns when the server has answered everything. An error after the last answer is of the end of the
// transaction.
func (p *parcel) send(ctx context.Context, conn *pgx.Conn) error {
	if p.ends {
		p.statements.Queue("COMMIT")
	}
	err := conn.SendBatch(ctx, &p.statements).Close()
	if err != nil && p.answered == p.asked {
		return outside{err}
	}
	return err
}
