package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
)

// JoinGuest implements account.Store.
func (s *Store) JoinGuest(ctx context.Context, guest, into uuid.UUID) error {
	err := s.transact(ctx, "move a guest's attempts", func(tx *gorm.DB) error {
		row, found, err := one[accountRow](tx.Clauses(forUpdate).Where("id = ? AND kind = ?", key(guest), string(account.Guest)))
		if err != nil || !found {
			return err
		}
		moved := tx.Table("attempts").Where("account_id = ?", row.ID).
			Updates(map[string]any{"account_id": key(into), "changes": gorm.Expr("changes + 1")})
		if moved.Error != nil {
			return moved.Error
		}
		if err := tx.Table("summaries").Where("account_id = ?", row.ID).Update("account_id", key(into)).Error; err != nil {
			return err
		}
		if err := tx.Where("id = ?", row.ID).Delete(&accountRow{}).Error; err != nil {
			return err
		}
		return s.record(tx, audit.Event{
			Actor: into.String(), Action: audit.AccountJoined, Subject: "account/" + into.String(),
			Details: fmt.Sprintf(`{"guest":%q,"attempts":%d}`, guest, moved.RowsAffected),
		})
	})
	s.forgetLogins(guest)
	return err
}
