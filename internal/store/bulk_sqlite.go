package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
)

// pour runs one prepared statement for each row. It speaks to the driver, because database/sql would take longer to
// hand a row over than SQLite takes to insert it. A context that may end would cost a goroutine for each row.
func (d sqlite) pour(ctx context.Context, driverConn any, sheets []sheet) error {
	conn, ok := driverConn.(interface {
		driver.ConnBeginTx
		driver.ConnPrepareContext
	})
	if !ok {
		return fmt.Errorf("the driver is %T", driverConn)
	}
	tx, err := conn.BeginTx(ctx, driver.TxOptions{})
	if err != nil {
		return err
	}
	for i := range sheets {
		if err := insertAll(ctx, conn, &sheets[i]); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", sheets[i].table, err), tx.Rollback())
		}
	}
	return tx.Commit()
}

func insertAll(ctx context.Context, conn driver.ConnPrepareContext, s *sheet) (err error) {
	marks := strings.Repeat(", ?", len(s.columns))[2:]
	stmt, err := conn.PrepareContext(ctx, "INSERT INTO "+s.table+" ("+strings.Join(s.columns, ", ")+") VALUES ("+marks+")")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stmt.Close()) }()
	insert, ok := stmt.(driver.StmtExecContext)
	if !ok {
		return fmt.Errorf("a statement of the driver is %T", stmt)
	}
	values := make([]driver.NamedValue, len(s.columns))
	for row := range s.rows.Len() {
		for i := range values {
			values[i].Ordinal = i + 1
			if values[i].Value, err = driver.DefaultParameterConverter.ConvertValue(s.value(row, i)); err != nil {
				return err
			}
		}
		if _, err := insert.ExecContext(ctx, values); err != nil {
			return err
		}
	}
	return nil
}
