package store

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// pour copies: the server reads rows as they come, without a statement for them.
func (d postgres) pour(ctx context.Context, driverConn any, sheets []sheet) error {
	conn, ok := driverConn.(*stdlib.Conn)
	if !ok {
		return fmt.Errorf("the driver is %T", driverConn)
	}
	return pgx.BeginFunc(ctx, conn.Conn(), func(tx pgx.Tx) error {
		for i := range sheets {
			s := &sheets[i]
			_, err := tx.CopyFrom(ctx, pgx.Identifier{s.table}, s.columns, pgx.CopyFromSlice(s.rows.Len(), s.whole))
			if err != nil {
				return fmt.Errorf("%s: %w", s.table, err)
			}
		}
		return nil
	})
}
