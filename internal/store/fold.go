package store

import (
	"context"
	"database/sql"
	"strings"

	"gorm.io/gorm"

	"casebook/internal/account"
)

// folding is the number of the migration that keeps names as lists sort them and searches look for them, beside the
// names. No database folds as another does, so it is a program.
const folding = 15

// The column is compared byte by byte on both databases.
const (
	foldFirst = `
ALTER TABLE accounts ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE cohorts ADD COLUMN folded TEXT NOT NULL DEFAULT ''`
	foldLast = `
CREATE INDEX accounts_in_order ON accounts (folded, id) WHERE kind = 'person';
CREATE INDEX cohorts_in_order ON cohorts (folded, id)`
)

func (d sqlite) fold(ctx context.Context, tx *sql.Tx) error {
	return fold(ctx, migrating{tx: tx}, "TEXT")
}

func (d postgres) fold(ctx context.Context, tx *sql.Tx) error {
	return fold(ctx, migrating{tx: tx, numbered: true}, `TEXT COLLATE "C"`)
}

func fold(ctx context.Context, m migrating, text string) error {
	if err := m.run(ctx, strings.ReplaceAll(foldFirst, "TEXT", text)); err != nil {
		return err
	}
	for _, of := range []struct{ table, email string }{{"accounts", "coalesce(email, '')"}, {"cohorts", "''"}} {
		for after, more := (key{}), true; more; {
			var err error
			if after, more, err = m.foldSome(ctx, of.table, of.email, after); err != nil {
				return err
			}
		}
	}
	return m.run(ctx, foldLast)
}

// foldSome folds a page of the names of a table; last is where the next begins.
func (m migrating) foldSome(ctx context.Context, table, email string, after key) (last key, more bool, err error) {
	rows, err := m.tx.QueryContext(ctx, m.sql("SELECT id, name, "+email+" FROM "+table+" WHERE id > ? ORDER BY id LIMIT 1000"), after)
	if err != nil {
		return after, false, err
	}
	defer shut(rows)
	type named struct {
		id          key
		name, email string
	}
	var page []named
	for rows.Next() {
		var n named
		if err := rows.Scan(&n.id, &n.name, &n.email); err != nil {
			return after, false, err
		}
		page = append(page, n)
	}
	if err := rows.Err(); err != nil {
		return after, false, err
	}
	for _, n := range page {
		after = n.id
		if n.name+n.email == "" {
			continue // a guest
		}
		_, err := m.tx.ExecContext(ctx, m.sql("UPDATE "+table+" SET folded = ? WHERE id = ?"), account.FoldedEntry(n.name, n.email), n.id)
		if err != nil {
			return after, false, err
		}
	}
	return after, len(page) > 0, nil
}

// holding keeps the rows whose folded column holds all words of a search. What a pattern means otherwise is taken literally.
func holding(q *gorm.DB, folded, search string) *gorm.DB {
	for _, word := range account.Sought(search) {
		q = q.Where(folded+` LIKE ? ESCAPE '\'`, "%"+literal.Replace(word)+"%")
	}
	return q
}

var literal = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`)
