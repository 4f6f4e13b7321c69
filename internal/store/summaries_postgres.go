package store

import (
	"fmt"
	"strings"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// emptySnapshot is one in which no transaction has ended. Transactions count from 3 up.
const emptySnapshot = "3:3:"

// settled marks summaries that came from another server, with pg_restore. Its transactions are not those of this one:
// those that have not been here yet would be told once more when they have.
const settled = `UPDATE summaries SET kept_by = '3' WHERE kept_by >= pg_snapshot_xmax(pg_current_snapshot())`

// summariesOn goes on in the order of transactions, and tells of each summary whether it is new: it has ended in one
// snapshot and had not in the one before. The index gives that order, and no more than is asked for.
const summariesOn = `SELECT *, kept_by::text AS number,
	pg_visible_in_snapshot(kept_by, ?::text::pg_snapshot) AND NOT pg_visible_in_snapshot(kept_by, ?::text::pg_snapshot)
FROM summaries WHERE (kept_by, attempt_id) > (?::text::xid8, ?::uuid) ORDER BY kept_by, attempt_id LIMIT ?`

// reach is how far summaries have been read. Transactions of several programs end in any order, so that no number tells
// what is new: it is what has ended in one snapshot and had not in the one before.
type reach struct {
	before, now string // snapshots; now is empty when all up to before is read
	keptBy      string // the last one read between them
	attempt     uuid.UUID
}

func (r reach) String() string {
	if r.now == "" {
		return r.before
	}
	return strings.Join([]string{r.before, r.now, r.keptBy, r.attempt.String()}, " ")
}

func reachOf(text string) (r reach, err error) {
	switch parts := strings.Fields(text); len(parts) {
	case 0:
		r.before = emptySnapshot
	case 1:
		r.before = parts[0]
	case 4:
		r = reach{before: parts[0], now: parts[1], keptBy: parts[2]}
		r.attempt, err = uuid.Parse(parts[3])
	default:
		err = fmt.Errorf("summaries from %q", text)
	}
	return r, err
}

// towards sets out from what is read to what can be seen now.
func (r *reach) towards(now string) {
	r.now, r.attempt = now, uuid.Nil
	r.keptBy, _, _ = strings.Cut(r.before, ":") // whatever is older had ended
}

func (d postgres) summaries(tx *gorm.DB, from string, most int) (page []attempt.Summary, next string, more bool, err error) {
	r, err := reachOf(from)
	if err != nil {
		return nil, from, false, err
	}
	if from == "" {
		if err := tx.Exec(settled).Error; err != nil {
			return nil, from, false, err
		}
	}
	if r.now == "" {
		var now string
		if err := tx.Raw("SELECT pg_current_snapshot()::text").Scan(&now).Error; err != nil {
			return nil, from, false, err
		}
		r.towards(now)
	}
	var read int
	var isNew bool
	err = readSummaries(tx, func(s attempt.Summary) {
		if read, r.attempt = read+1, s.Attempt; isNew {
			page = append(page, s)
		}
	}, []any{&r.keptBy, &isNew}, summariesOn, r.now, r.before, r.keptBy, r.attempt, most)
	switch {
	case err != nil:
		return nil, from, false, err
	case read < most:
		return page, reach{before: r.now}.String(), false, nil
	default:
		return page, r.String(), true, nil
	}
}
