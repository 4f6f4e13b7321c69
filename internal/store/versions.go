package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/audit"
	"casebook/internal/fault"
	"casebook/internal/library"
)

type versionRow struct {
	ScenarioID  string `gorm:"primaryKey"`
	Version     int    `gorm:"primaryKey;autoIncrement:false"`
	Content     string
	Archive     []byte
	PublishedBy keyOrNone
	PublishedAt time.Time
}

func (versionRow) TableName() string { return "scenario_versions" }

// AddVersion implements library.Store.
func (s *Store) AddVersion(ctx context.Context, r library.Record) (ref library.Ref, added bool, err error) {
	err = s.transact(ctx, "add a version", func(tx *gorm.DB) error {
		if ref, added, err = s.addVersion(tx, r); err != nil || !added {
			return err
		}
		return s.record(tx, published(ref, r))
	})
	s.shelf.take(struct{}{})
	if err != nil {
		return library.Ref{}, false, err
	}
	return ref, added, nil
}

// addVersion adds a version in a transaction, which still has to tell the audit trail.
func (s *Store) addVersion(tx *gorm.DB, r library.Record) (ref library.Ref, added bool, err error) {
	if err := s.database.queue(tx, versionRow{}.TableName()); err != nil {
		return ref, false, err
	}
	newest, found, err := one[versionRow](tx.Select("version", "content", "published_by").
		Where("scenario_id = ?", r.ID).Order("version DESC"))
	ref = library.Ref{ID: r.ID, Version: newest.Version}
	switch {
	case err != nil:
		return ref, false, err
	case found && newest.Content == r.Content:
		return ref, false, nil
	case found && r.By == uuid.Nil && uuid.UUID(newest.PublishedBy) != uuid.Nil:
		return ref, false, nil
	case r.By != uuid.Nil && r.Version != newest.Version+1:
		return ref, false, asIs{versionTaken(r.Ref, newest.Version)}
	}
	ref.Version++
	return ref, true, tx.Create(&versionRow{
		ScenarioID: r.ID, Version: ref.Version, Content: r.Content, Archive: r.Archive,
		PublishedBy: keyOrNone(r.By), PublishedAt: moment(r.PublishedAt),
	}).Error
}

func versionTaken(wanted library.Ref, newest int) error {
	return fault.New(fault.Conflict, "version_taken", fault.Text{
		FR: "Le cas « %[1]s » en est à la version %[3]d : la version %[2]d n’est plus la suivante. Rechargez, relisez ce qui change, puis publiez.",
		EN: "The case “%[1]s” is at version %[3]d: version %[2]d no longer comes next. Reload, read what changes, then publish.",
	}, wanted.ID, wanted.Version, newest)
}

// published is what the audit trail is told of a version.
func published(ref library.Ref, r library.Record) audit.Event {
	return audit.Event{
		Actor: actor(r.By), Action: audit.VersionPublished, Subject: fmt.Sprintf("%s/%d", ref.ID, ref.Version),
		Details: fmt.Sprintf(`{"content":%q}`, r.Content),
	}
}

// actor names who acts to the audit trail.
func actor(id uuid.UUID) string {
	if id == uuid.Nil {
		return audit.Program
	}
	return id.String()
}

// Version implements library.Store.
func (s *Store) Version(ctx context.Context, ref library.Ref) (library.Record, error) {
	row, found, err := one[versionRow](s.read.WithContext(ctx).
		Where("scenario_id = ? AND version = ?", ref.ID, ref.Version))
	switch {
	case err != nil:
		return library.Record{}, failure("find a version", err)
	case !found:
		return library.Record{}, none("unknown_version", fault.Text{
			FR: "Il n’y a pas de version %[2]d du cas « %[1]s ».",
			EN: "There is no version %[2]d of the case “%[1]s”.",
		}, ref.ID, ref.Version)
	}
	return library.Record{
		Ref: library.Ref{ID: row.ScenarioID, Version: row.Version}, By: uuid.UUID(row.PublishedBy),
		Archive: row.Archive, Content: row.Content, PublishedAt: moment(row.PublishedAt),
	}, nil
}

// Shelf implements library.Store. What another program has published or retired is seen two seconds later at most.
func (s *Store) Shelf(ctx context.Context) (library.Shelf, error) {
	shelf, _, err := recall(s.shelf, struct{}{}, s.now(), func() (shelf library.Shelf, _ bool, err error) {
		err = s.look(ctx, "list the versions", func(tx *gorm.DB) error {
			shelf, err = readShelf(tx)
			return err
		})
		return shelf, true, err
	})
	return shelf, err
}

func readShelf(tx *gorm.DB) (library.Shelf, error) {
	var rows []versionRow
	err := tx.Select("scenario_id", "version", "content", "published_by", "published_at").
		Order("scenario_id, version").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	var retired []retirementRow
	if err := tx.Find(&retired).Error; err != nil {
		return nil, err
	}
	since := map[string]time.Time{}
	for _, r := range retired {
		since[r.ScenarioID] = moment(r.At)
	}
	shelf := make(library.Shelf, len(rows))
	for i, row := range rows {
		shelf[i] = library.Entry{
			Ref: library.Ref{ID: row.ScenarioID, Version: row.Version}, By: uuid.UUID(row.PublishedBy), Content: row.Content,
			PublishedAt: moment(row.PublishedAt), RetiredAt: since[row.ScenarioID],
			Newest: i+1 == len(rows) || rows[i+1].ScenarioID != row.ScenarioID,
		}
	}
	return shelf, nil
}
