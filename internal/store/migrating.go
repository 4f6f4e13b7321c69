package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// program is a migration that has to compute, where the others are SQL. It follows the one before it.
type program struct {
	version int64
	run     func(context.Context, *sql.Tx) error
}

func programs(d database) []program { return []program{{recoding, d.recode}, {folding, d.fold}} }

func (p program) migration() *goose.Migration {
	return goose.NewGoMigration(p.version, &goose.GoFunc{RunTx: p.run}, nil)
}

// migrating is the transaction of a program.
type migrating struct {
	tx       *sql.Tx
	numbered bool // parameters are $1, not ?
}

// run runs statements that semicolons part.
func (m migrating) run(ctx context.Context, statements string) error {
	for _, statement := range strings.Split(statements, ";") {
		if _, err := m.tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func (m migrating) sql(query string) string {
	if !m.numbered {
		return query
	}
	for n := 1; strings.Contains(query, "?"); n++ {
		query = strings.Replace(query, "?", "$"+strconv.Itoa(n), 1)
	}
	return query
}
