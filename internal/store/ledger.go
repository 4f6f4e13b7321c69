package store

import (
	"context"
	"fmt"

	versions "github.com/pressly/goose/v3/database"
	"gorm.io/gorm"

	"casebook/internal/audit"
)

// ledger is the table of versions, which also tells each migration to the audit trail, in the migration's transaction.
type ledger struct {
	versions.StoreExtender
	trail trail
}

func newLedger(t trail) (ledger, error) {
	table, err := versions.NewStore(t.database.dialect(), versionTable)
	if err != nil {
		return ledger{}, err
	}
	extended, ok := table.(versions.StoreExtender)
	if !ok {
		return ledger{}, fmt.Errorf("goose does not look for its table on %s", t.database.dialect())
	}
	return ledger{extended, t}, nil
}

// Insert notes that a migration was run. tx is its transaction.
func (l ledger) Insert(ctx context.Context, tx versions.DBTxConn, r versions.InsertRequest) error {
	if err := l.StoreExtender.Insert(ctx, tx, r); err != nil || r.Version < trailSince {
		return err
	}
	pool, ok := tx.(gorm.ConnPool)
	if !ok {
		return fmt.Errorf("a migration runs on a %T", tx)
	}
	session, err := orm(l.trail.database, pool, l.trail.now, quiet)
	if err != nil {
		return err
	}
	return l.trail.record(session.WithContext(ctx), audit.Event{
		Actor: audit.Program, Action: audit.DatabaseMigrated, Subject: fmt.Sprintf("schema/%d", r.Version),
	})
}
