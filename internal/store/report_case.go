package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/library"
	"casebook/internal/report"
)

// CohortCase implements report.Records.
func (s *Store) CohortCase(ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref) (c report.Sheet, err error) {
	err = s.look(ctx, "read a cohort's case", func(tx *gorm.DB) (err error) {
		if c.Cohort, c.Post, err = reported(tx, in, id); err != nil {
			return err
		}
		c.Ended, c.Places, err = readSheet(tx, id, ref)
		return err
	})
	return c, err
}

// readSheet reads the attempts of a version that a cohort has ended, and the places that they have.
func readSheet(tx *gorm.DB, id uuid.UUID, ref library.Ref) (ended []attempt.Summary, taken []uuid.UUID, err error) {
	err = readSummaries(tx, func(sum attempt.Summary) { ended = append(ended, sum) }, nil, `SELECT * FROM summaries
		WHERE cohort_id = ? AND scenario_id = ? AND scenario_version = ? ORDER BY ended_us, attempt_id`, key(id), ref.ID, ref.Version)
	if err != nil {
		return nil, nil, err
	}
	all, err := places(tx, "cohort_id = ? AND scenario_id = ? AND scenario_version = ?", key(id), ref.ID, ref.Version)
	return ended, all[ref], err
}

// placeRow is a place in what managers read of a case.
type placeRow struct {
	CohortID        key `gorm:"primaryKey"`
	ScenarioID      string
	ScenarioVersion int
	Place           int
	AttemptID       keyOrNone
}

func (placeRow) TableName() string { return "report_places" }

func places(tx *gorm.DB, where string, args ...any) (map[library.Ref][]uuid.UUID, error) {
	var rows []placeRow
	if err := tx.Where(where, args...).Order("scenario_id, scenario_version, place").Find(&rows).Error; err != nil {
		return nil, err
	}
	all := map[library.Ref][]uuid.UUID{}
	for _, row := range rows {
		ref := library.Ref{ID: row.ScenarioID, Version: row.ScenarioVersion}
		all[ref] = append(all[ref], uuid.UUID(row.AttemptID))
	}
	return all, nil
}

// AddPlaces implements report.Records.
func (s *Store) AddPlaces(
	ctx context.Context, in cohort.Scope, id uuid.UUID, ref library.Ref, add func(taken []uuid.UUID) []uuid.UUID,
) (taken []uuid.UUID, err error) {
	err = s.transact(ctx, "place the attempts of a cohort", func(tx *gorm.DB) error {
		if _, _, err := reported(tx, in, id); err != nil {
			return err
		}
		taken, err = s.addPlaces(tx, id, ref, add)
		return err
	})
	return taken, err
}

func (s *Store) addPlaces(
	tx *gorm.DB, id uuid.UUID, ref library.Ref, add func(taken []uuid.UUID) []uuid.UUID,
) (taken []uuid.UUID, err error) {
	if err := s.database.queue(tx, placeRow{}.TableName()); err != nil {
		return nil, err
	}
	all, err := places(tx, "cohort_id = ? AND scenario_id = ? AND scenario_version = ?", key(id), ref.ID, ref.Version)
	if err != nil {
		return nil, err
	}
	taken = all[ref]
	var rows []placeRow
	for _, a := range add(taken) {
		rows = append(rows, placeRow{key(id), ref.ID, ref.Version, len(taken), keyOrNone(a)})
		taken = append(taken, a)
	}
	return taken, create(tx, rows)
}
