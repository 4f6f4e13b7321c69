package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/library"
	"casebook/internal/personal"
)

// Entries implements personal.Store. What a person may read of the trail, its caller decides.
func (s *Store) Entries(ctx context.Context, f personal.Filter) ([]audit.Entry, error) {
	q := s.read.WithContext(ctx).Order("seq DESC").Limit(f.Most)
	if f.Before > 0 {
		q = q.Where("seq < ?", f.Before)
	}
	if f.Actor != "" {
		q = q.Where("actor = ?", f.Actor)
	}
	if f.NotBy != "" {
		q = q.Where("actor <> ?", f.NotBy)
	}
	if len(f.Subjects) > 0 {
		q = q.Where("subject IN ?", f.Subjects)
	}
	var rows []auditRow
	err := q.Find(&rows).Error
	list := make([]audit.Entry, len(rows))
	for i, r := range rows {
		list[i] = r.value()
	}
	return list, failure("read the audit trail", err)
}

// Names implements personal.Store.
func (s *Store) Names(ctx context.Context, of []uuid.UUID) (map[uuid.UUID]personal.Name, error) {
	ids := make([]key, len(of))
	for i, id := range of {
		ids[i] = key(id)
	}
	names := map[uuid.UUID]personal.Name{}
	err := s.look(ctx, "look names up", func(tx *gorm.DB) error {
		var found []struct {
			ID               key
			Name, ScenarioID string
			ScenarioVersion  int
		}
		err := tx.Raw(`SELECT id, CASE name WHEN '' THEN coalesce(email, '') ELSE name END AS name, '' AS scenario_id, 0 AS scenario_version
			FROM accounts WHERE id IN @ids
			UNION ALL SELECT id, name, '', 0 FROM cohorts WHERE id IN @ids
			UNION ALL SELECT id, '', scenario_id, scenario_version FROM attempts WHERE id IN @ids`,
			map[string]any{"ids": ids}).Scan(&found).Error
		for _, r := range found {
			names[uuid.UUID(r.ID)] = personal.Name{Text: r.Name, Scenario: library.Ref{ID: r.ScenarioID, Version: r.ScenarioVersion}}
		}
		return err
	})
	return names, err
}
