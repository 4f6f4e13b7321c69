package store

import (
	"context"

	"gorm.io/gorm"
)

// commit implements database. Nobody else writes meanwhile: there is nothing to wait for.
func (d sqlite) commit(ctx context.Context, db *gorm.DB, b batch, _ bool) (left leftOut, err error) {
	var refused error
	err = db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		left, refused = writeBatch(tx, b)
		return refused
	})
	if err != nil && refused == nil {
		err = outside{err}
	}
	return left, err
}
