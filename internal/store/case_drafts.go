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

type caseDraftRow struct {
	ID         key `gorm:"primaryKey"`
	AccountID  key
	ScenarioID string
	TitleFr    string
	TitleEn    string
	Content    string
	Archive    []byte
	Revision   int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	ChangedAt  time.Time
}

func (caseDraftRow) TableName() string { return "case_drafts" }

func caseDraftRowOf(d library.Draft) caseDraftRow {
	return caseDraftRow{
		ID: key(d.ID), AccountID: key(d.By), ScenarioID: d.Scenario, TitleFr: d.Titles["fr"], TitleEn: d.Titles["en"],
		Content: d.Content, Archive: d.Archive, Revision: d.Revision,
		CreatedAt: moment(d.CreatedAt), ChangedAt: moment(d.ChangedAt),
	}
}

func (r caseDraftRow) draft() library.Draft {
	titles := map[string]string{}
	for lang, title := range map[string]string{"fr": r.TitleFr, "en": r.TitleEn} {
		if title != "" {
			titles[lang] = title
		}
	}
	return library.Draft{
		ID: uuid.UUID(r.ID), By: uuid.UUID(r.AccountID), Scenario: r.ScenarioID, Titles: titles, Content: r.Content,
		Archive: r.Archive, Revision: r.Revision, CreatedAt: moment(r.CreatedAt), ChangedAt: moment(r.ChangedAt),
	}
}

// draftsOf are the drafts in a scope.
func draftsOf(tx *gorm.DB, whose library.Scope) *gorm.DB {
	if whose.All {
		return tx.Model(&caseDraftRow{})
	}
	return tx.Model(&caseDraftRow{}).Where("account_id = ?", key(whose.Account))
}

// AddDraft implements library.Drafts.
func (s *Store) AddDraft(ctx context.Context, d library.Draft, most int) error {
	return s.transact(ctx, "add a draft", func(tx *gorm.DB) error {
		if err := s.database.queue(tx, caseDraftRow{}.TableName()); err != nil {
			return err
		}
		var held int64
		if err := draftsOf(tx, library.Scope{Account: d.By}).Count(&held).Error; err != nil {
			return err
		}
		if held >= int64(most) {
			return asIs{tooManyDrafts(most)}
		}
		row := caseDraftRowOf(d)
		if err := tx.Create(&row).Error; err != nil {
			return err
		}
		return s.record(tx, draftEvent(d.By, d))
	})
}

// Drafts implements library.Drafts.
func (s *Store) Drafts(ctx context.Context, whose library.Scope) ([]library.Draft, error) {
	var rows []caseDraftRow
	err := draftsOf(s.read.WithContext(ctx), whose).Omit("archive").Order("changed_at DESC, id DESC").Find(&rows).Error
	list := make([]library.Draft, len(rows))
	for i, row := range rows {
		list[i] = row.draft()
	}
	return list, failure("list drafts", err)
}

// Draft implements library.Drafts.
func (s *Store) Draft(ctx context.Context, whose library.Scope, id uuid.UUID) (library.Draft, error) {
	row, found, err := one[caseDraftRow](draftsOf(s.read.WithContext(ctx), whose).Where("id = ?", key(id)))
	switch {
	case err != nil:
		return library.Draft{}, failure("find a draft", err)
	case !found:
		return library.Draft{}, unknownDraft()
	}
	return row.draft(), nil
}

// ChangeDraft implements library.Drafts.
func (s *Store) ChangeDraft(ctx context.Context, whose library.Scope, d library.Draft) error {
	return s.transact(ctx, "change a draft", func(tx *gorm.DB) error {
		now, err := heldDraft(tx, whose, d.ID, d.Revision-1)
		if err != nil {
			return err
		}
		row := caseDraftRowOf(d)
		changed := tx.Model(&caseDraftRow{}).Where("id = ? AND revision = ?", now.ID, now.Revision).
			Select("scenario_id", "title_fr", "title_en", "content", "archive", "revision", "changed_at").Updates(&row)
		switch {
		case changed.Error != nil:
			return changed.Error
		case changed.RowsAffected == 0:
			return errMoved
		}
		return s.record(tx, draftEvent(whose.Account, d))
	})
}

// RemoveDraft implements library.Drafts.
func (s *Store) RemoveDraft(ctx context.Context, whose library.Scope, id uuid.UUID) error {
	return s.transact(ctx, "remove a draft", func(tx *gorm.DB) error {
		removed := draftsOf(tx, whose).Where("id = ?", key(id)).Delete(&caseDraftRow{})
		if removed.Error == nil && removed.RowsAffected == 0 {
			return asIs{unknownDraft()}
		}
		return removed.Error
	})
}

// PublishDraft implements library.Drafts.
func (s *Store) PublishDraft(
	ctx context.Context, whose library.Scope, id uuid.UUID, revision int, r library.Record,
) (ref library.Ref, added bool, err error) {
	err = s.transact(ctx, "publish a draft", func(tx *gorm.DB) error {
		if _, err := heldDraft(tx, whose, id, revision); err != nil {
			return err
		}
		if ref, added, err = s.addVersion(tx, r); err != nil || !added {
			return err
		}
		gone := tx.Where("id = ? AND revision = ?", key(id), revision).Delete(&caseDraftRow{})
		switch {
		case gone.Error != nil:
			return gone.Error
		case gone.RowsAffected == 0:
			return errMoved
		}
		return s.record(tx, published(ref, r))
	})
	s.shelf.take(struct{}{})
	if err != nil {
		return library.Ref{}, false, err
	}
	return ref, added, nil
}

// heldDraft finds a draft that is about to be changed, without its archive, and refuses one that is at another revision.
func heldDraft(tx *gorm.DB, whose library.Scope, id uuid.UUID, revision int) (caseDraftRow, error) {
	row, found, err := one[caseDraftRow](draftsOf(tx, whose).Omit("archive").Where("id = ?", key(id)))
	switch {
	case err != nil:
		return row, err
	case !found:
		return row, asIs{unknownDraft()}
	case row.Revision != revision:
		return row, asIs{draftMoved(row.Revision)}
	}
	return row, nil
}

// draftEvent is what the audit trail is told of a zip that somebody has sent.
func draftEvent(by uuid.UUID, d library.Draft) audit.Event {
	return audit.Event{
		Actor: actor(by), Action: audit.DraftSent, Subject: "draft/" + d.ID.String(),
		Details: fmt.Sprintf(`{"content":%q,"revision":%d}`, d.Content, d.Revision),
	}
}

func unknownDraft() error {
	return none("unknown_draft", fault.Text{
		FR: "Ce brouillon n’existe pas, ou il n’est pas à vous. Vos brouillons sont sur la page des cas.",
		EN: "There is no such draft, or it is not yours. Your drafts are on the page of cases.",
	})
}

func draftMoved(revision int) error {
	return fault.New(fault.Conflict, "draft_moved", fault.Text{
		FR: "Ce brouillon a été remplacé entre-temps : il en est à l’envoi %d. Rechargez pour voir le dernier.",
		EN: "This draft has been replaced meanwhile: %d zips have been sent. Reload to see the last.",
	}, revision)
}

func tooManyDrafts(most int) error {
	return fault.New(fault.Conflict, "too_many_drafts", fault.Text{
		FR: "Vous avez déjà %d brouillons. Publiez-en un ou supprimez-en un, puis envoyez le zip à nouveau.",
		EN: "You have %d drafts already. Publish or discard one, then send the zip again.",
	}, most)
}
