package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// recoding is the number of the migration that writes decisions in codes of their version, where they were in the
// author's words. It has to read the versions, so it is a program where the others are SQL.
const recoding = 3

// recodeFirst and recodeLast are the same in both dialects, but for the types of bytes and of large integers. Columns
// are added and dropped, never a table: to drop one would take with it, by cascade, what hangs on its rows.
const (
	recodeFirst = `
ALTER TABLE attempts ADD COLUMN timer_step INTEGER NOT NULL DEFAULT 0 CHECK (timer_step >= 0);
UPDATE attempts SET timer_step = step;
UPDATE attempts SET state = '' WHERE status = 'in_progress';
DROP INDEX attempts_of_account;
ALTER TABLE attempts DROP COLUMN step;
ALTER TABLE attempts DROP COLUMN node;
ALTER TABLE attempts DROP COLUMN entered_at;
ALTER TABLE attempts DROP COLUMN updated_at;
CREATE INDEX attempts_of_account ON attempts (account_id, id);
ALTER TABLE decisions RENAME COLUMN node TO node_name;
ALTER TABLE decisions RENAME COLUMN move TO move_name;
ALTER TABLE decisions RENAME COLUMN offered TO offered_names;
ALTER TABLE decisions RENAME COLUMN displayed TO displayed_names;
ALTER TABLE decisions RENAME COLUMN draws TO draws_names;
ALTER TABLE decisions ADD COLUMN node INTEGER NOT NULL DEFAULT 0 CHECK (node >= 0);
ALTER TABLE decisions ADD COLUMN move INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN offered BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN displayed BLOB NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN draws BLOB NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN at_us BIGINT NOT NULL DEFAULT 0`
	recodeLast = `
ALTER TABLE decisions DROP COLUMN node_name;
ALTER TABLE decisions DROP COLUMN move_name;
ALTER TABLE decisions DROP COLUMN offered_names;
ALTER TABLE decisions DROP COLUMN displayed_names;
ALTER TABLE decisions DROP COLUMN draws_names;
ALTER TABLE decisions DROP COLUMN at`
)

func (d sqlite) recode(ctx context.Context, tx *sql.Tx) error {
	return recode(ctx, migrating{tx: tx}, "BLOB")
}

func (d postgres) recode(ctx context.Context, tx *sql.Tx) error {
	return recode(ctx, migrating{tx: tx, numbered: true}, "BYTEA")
}

func recode(ctx context.Context, m migrating, bytes string) error {
	if err := m.run(ctx, strings.ReplaceAll(recodeFirst, "BLOB", bytes)); err != nil {
		return err
	}
	r := recoder{migrating: m, versions: map[library.Ref]*scenario.Scenario{}}
	for more := true; more; {
		var err error
		if more, err = r.some(ctx); err != nil {
			return err
		}
	}
	return m.run(ctx, recodeLast)
}

// recoder writes decisions in codes, some at a time.
type recoder struct {
	migrating
	versions map[library.Ref]*scenario.Scenario
	attempt  key // the last decision that was done
	step     int
}

// named is a decision in the author's words.
type named struct {
	attempt                   key
	step                      int
	version                   library.Ref
	node, move                string
	offered, displayed, draws string
	at                        time.Time
}

func (r *recoder) some(ctx context.Context) (more bool, err error) {
	list, err := r.read(ctx)
	if err != nil {
		return false, err
	}
	for i := range list {
		d := &list[i]
		row, err := r.code(ctx, d)
		if err != nil {
			return false, fmt.Errorf("decision %d of attempt %s: %w", d.step, uuid.UUID(d.attempt), err)
		}
		_, err = r.tx.ExecContext(ctx, r.sql(`UPDATE decisions SET node = ?, move = ?, offered = ?, displayed = ?, draws = ?, at_us = ?
			WHERE attempt_id = ? AND step = ?`),
			row.Node, row.Move, row.Offered, row.Displayed, row.Draws, row.AtUs, d.attempt, d.step)
		if err != nil {
			return false, err
		}
		r.attempt, r.step = d.attempt, d.step
	}
	return len(list) > 0, nil
}

func (r *recoder) read(ctx context.Context) (list []named, err error) {
	rows, err := r.tx.QueryContext(ctx, r.sql(`SELECT d.attempt_id, d.step, a.scenario_id, a.scenario_version, d.node_name, d.move_name,
		d.offered_names, d.displayed_names, d.draws_names, d.at
		FROM decisions d JOIN attempts a ON a.id = d.attempt_id
		WHERE (d.attempt_id, d.step) > (?, ?) ORDER BY d.attempt_id, d.step LIMIT 1000`), r.attempt, r.step)
	if err != nil {
		return nil, err
	}
	defer shut(rows)
	for rows.Next() {
		var d named
		if err := rows.Scan(&d.attempt, &d.step, &d.version.ID, &d.version.Version, &d.node, &d.move,
			&d.offered, &d.displayed, &d.draws, &d.at); err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, rows.Err()
}

// code finds the codes of what was named.
func (r *recoder) code(ctx context.Context, d *named) (row decisionRow, err error) {
	s, err := r.scenario(ctx, d.version)
	if err != nil {
		return row, err
	}
	node, err := nodeOf(s, d.node)
	if err != nil {
		return row, err
	}
	made, err := movesOf(s, node, []string{d.move})
	if err != nil {
		return row, err
	}
	var names [2][]string
	var lists [2][]engine.Move
	for i, text := range []string{d.offered, d.displayed} {
		if names[i], err = unlist[string](text); err != nil {
			return row, err
		}
		if lists[i], err = movesOf(s, node, names[i]); err != nil {
			return row, err
		}
	}
	row = decisionRow{
		Node: node, Move: int(made[0]), Offered: int64(attempt.OfferedOf(lists[0])), Displayed: []byte{}, Draws: []byte{},
		AtUs: d.at.UnixMicro(),
	}
	for _, m := range lists[1] {
		row.Displayed = append(row.Displayed, byte(m))
	}
	draws, err := unlist[struct{ Node, Outcome string }](d.draws)
	if err != nil {
		return row, err
	}
	for _, draw := range draws {
		for _, name := range []string{draw.Node, draw.Outcome} {
			code, err := nodeOf(s, name)
			if err != nil {
				return row, err
			}
			row.Draws = binary.BigEndian.AppendUint16(row.Draws, uint16(code))
		}
	}
	return row, nil
}

func (r *recoder) scenario(ctx context.Context, ref library.Ref) (*scenario.Scenario, error) {
	if s, ok := r.versions[ref]; ok {
		return s, nil
	}
	record := library.Record{Ref: ref}
	err := r.tx.QueryRowContext(ctx, r.sql("SELECT archive FROM scenario_versions WHERE scenario_id = ? AND version = ?"), ref.ID, ref.Version).
		Scan(&record.Archive)
	if err != nil {
		return nil, err
	}
	v, err := library.Read(record)
	if err != nil {
		return nil, err
	}
	r.versions[ref] = v.Scenario
	return v.Scenario, nil
}

func nodeOf(s *scenario.Scenario, name string) (int, error) {
	i, ok := s.NodeIndex(name)
	if !ok {
		return 0, fmt.Errorf("the case has no node %s", name)
	}
	return i, nil
}

func movesOf(s *scenario.Scenario, node int, names []string) ([]engine.Move, error) {
	list := make([]engine.Move, len(names))
	for i, name := range names {
		m, ok := engine.Find(s, node, name)
		if !ok {
			return nil, fmt.Errorf("node %s has no move %s", s.Nodes[node].ID, name)
		}
		list[i] = m
	}
	return list, nil
}
