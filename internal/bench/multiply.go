//go:build bench

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// multiply writes a database in which every attempt of the seed is there so many times more, each for an account of
// its own, begun long ago.
func multiply(ctx context.Context, seed, file string, times int) (err error) {
	if err := copyFile(seed, file); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=OFF&_synchronous=OFF&_foreign_keys=off")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "ATTACH ? AS seed", seed); err != nil {
		return err
	}
	tables, err := texts(ctx, db, `SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND (m.name IN ('accounts', 'attempts') OR c.name = 'attempt_id')`)
	if err != nil {
		return err
	}
	for _, table := range tables {
		// The first 6 bytes of a key are a moment: the copies come before all that is played from now on.
		values, err := texts(ctx, db, `SELECT CASE WHEN name IN ('id', 'attempt_id', 'account_id')
			THEN 'unhex(printf(''%012X'', 1099511627776 + n) || substr(hex(' || name || '), 13))'
			WHEN name = 'seq' THEN 'NULL' ELSE name END
			FROM pragma_table_info(?) ORDER BY cid`, table)
		if err != nil {
			return err
		}
		statement := fmt.Sprintf(`WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < %d)
			INSERT INTO main.%s SELECT %s FROM copy CROSS JOIN seed.%[2]s`, times, table, strings.Join(values, ", "))
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("multiply %s: %w", table, err)
		}
	}
	return nil
}

// texts reads one column.
func texts(ctx context.Context, db *sql.DB, query string, args ...any) (values []string, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var value string
		if err := rows.Scan(&value); err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, rows.Err()
}

func copyFile(from, to string) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	target, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	_, err = io.Copy(target, source)
	return err
}
