package store

import (
	"context"
	"iter"
	"math"
	"time"

	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/fault"
)

// trailSince is the migration that makes the audit trail. What was done before it is not told.
const trailSince = 4

type auditRow struct {
	Seq      int64 `gorm:"primaryKey;autoIncrement:false"`
	At       string
	Actor    string
	Action   string
	Subject  string
	Details  string
	Previous string
	Hash     string
}

func (auditRow) TableName() string { return "audit_entries" }

func auditRowOf(e audit.Entry) auditRow {
	return auditRow{e.Seq, e.At, e.Actor, string(e.Action), e.Subject, e.Details, e.Previous, e.Hash}
}

func (r auditRow) value() audit.Entry {
	return audit.Entry{Seq: r.Seq, At: r.At, Previous: r.Previous, Hash: r.Hash, Event: audit.Event{
		Actor: r.Actor, Action: audit.Action(r.Action), Subject: r.Subject, Details: r.Details,
	}}
}

// trail is where a database keeps what was done to it.
type trail struct {
	database database
	now      func() time.Time
}

// record appends what was done to the audit trail, in the transaction that does it: both are kept, or neither. It
// comes last in a transaction, for until its end nobody else, on any replica, can record anything.
func (t trail) record(tx *gorm.DB, e audit.Event) error {
	if err := t.database.queue(tx, auditRow{}.TableName()); err != nil {
		return err
	}
	last, found, err := one[auditRow](tx.Order("seq DESC"))
	if err != nil {
		return err
	}
	var before audit.Entry
	if found {
		before = last.value()
	}
	row := auditRowOf(audit.Follow(before, t.now(), e))
	return tx.Create(&row).Error
}

// record is trail.record for what the store itself changes.
func (s *Store) record(tx *gorm.DB, e audit.Event) error { return s.schema.trail.record(tx, e) }

// trailPage is how many entries are read at a time.
const trailPage = 1000

// Trail reads the audit trail from its first entry on, page by page: however long it is and however slow its reader,
// it takes little memory, and no view of the database is held meanwhile. It ends with the first error.
func (s *Store) Trail(ctx context.Context) iter.Seq2[audit.Entry, error] {
	return func(yield func(audit.Entry, error) bool) {
		if err := s.hasTrail(ctx); err != nil {
			yield(audit.Entry{}, failure("read the audit trail", err))
			return
		}
		for after := int64(math.MinInt64); ; {
			var rows []auditRow
			err := s.read.WithContext(ctx).Where("seq > ?", after).Order("seq").Limit(trailPage).Find(&rows).Error
			if err != nil {
				yield(audit.Entry{}, failure("read the audit trail", err))
				return
			}
			for _, row := range rows {
				if !yield(row.value(), nil) {
					return
				}
			}
			if len(rows) < trailPage {
				return
			}
			after = rows[len(rows)-1].Seq
		}
	}
}

// hasTrail refuses a database that has not been migrated far enough to have a trail.
func (s *Store) hasTrail(ctx context.Context) error {
	db, err := s.read.DB()
	if err != nil {
		return err
	}
	version, _, err := schemaVersion(ctx, db, s.database)
	if err == nil && version < trailSince {
		err = fault.New(fault.Invalid, "trail_missing", fault.Text{
			FR: "Cette base date d’avant le journal d’audit (schéma %[1]d). Mettez-la à jour : casebook migrate.",
			EN: "This database is from before the audit trail (schema %[1]d). Bring it up to date: casebook migrate.",
		}, max(0, version))
	}
	return err
}
