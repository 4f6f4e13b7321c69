package store

import (
	"context"
	"fmt"
	"slices"
	"time"

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
	PublishedAt time.Time
}

func (versionRow) TableName() string { return "scenario_versions" }

// AddVersion implements library.Store.
func (s *Store) AddVersion(ctx context.Context, r library.Record) (ref library.Ref, added bool, err error) {
	err = s.transact(ctx, "add a version", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, versionRow{}.TableName()); err != nil {
			return err
		}
		newest, found, err := one[versionRow](tx.Select("version", "content").
			Where("scenario_id = ?", r.ID).Order("version DESC"))
		ref, added = library.Ref{ID: r.ID, Version: newest.Version}, false
		if err != nil || found && newest.Content == r.Content {
			return err
		}
		ref.Version, added = newest.Version+1, true
		if err := tx.Create(&versionRow{
			ScenarioID: r.ID, Version: ref.Version, Content: r.Content, Archive: r.Archive, PublishedAt: moment(r.PublishedAt),
		}).Error; err != nil {
			return err
		}
		return s.record(tx, published(ref, r.Content))
	})
	s.newest.take(struct{}{})
	if err != nil {
		return library.Ref{}, false, err
	}
	return ref, added, nil
}

// published is what the audit trail is told of a version. Only the program publishes, at start.
func published(ref library.Ref, content string) audit.Event {
	return audit.Event{
		Actor: audit.Program, Action: audit.VersionPublished, Subject: fmt.Sprintf("%s/%d", ref.ID, ref.Version),
		Details: fmt.Sprintf(`{"content":%q}`, content),
	}
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
		Ref:     library.Ref{ID: row.ScenarioID, Version: row.Version},
		Archive: row.Archive, Content: row.Content, PublishedAt: moment(row.PublishedAt),
	}, nil
}

// NewestVersions implements library.Store. They come in the order of their ids. What another program has published is
// among them two seconds later at most.
func (s *Store) NewestVersions(ctx context.Context) ([]library.Ref, error) {
	refs, _, err := recall(s.newest, struct{}{}, s.now(), func() ([]library.Ref, bool, error) {
		var rows []versionRow
		err := s.read.WithContext(ctx).Select("scenario_id, max(version) AS version").
			Group("scenario_id").Order("scenario_id").Find(&rows).Error
		refs := make([]library.Ref, len(rows))
		for i, row := range rows {
			refs[i] = library.Ref{ID: row.ScenarioID, Version: row.Version}
		}
		return refs, true, err
	})
	return slices.Clone(refs), failure("list the newest versions", err)
}
