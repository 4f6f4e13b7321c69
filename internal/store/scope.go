package store

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/cohort"
)

// inScope keeps of a query over cohorts those that are in a scope.
func inScope(tx *gorm.DB, scope cohort.Scope) *gorm.DB {
	if scope.All {
		return tx
	}
	return tx.Where(
		"EXISTS (SELECT 1 FROM cohort_posts AS mine WHERE mine.cohort_id = cohorts.id AND mine.account_id = ? AND mine.post IN ?)",
		key(scope.Account), scope.Posts,
	)
}

// within refuses a cohort that is not in a scope, as one that does not exist.
func within(tx *gorm.DB, scope cohort.Scope, of uuid.UUID) error {
	var found []key
	err := inScope(tx.Table("cohorts"), scope).Select("cohorts.id").Where("cohorts.id = ?", key(of)).Limit(1).Find(&found).Error
	if err == nil && len(found) == 0 {
		err = cohort.Unknown()
	}
	return err
}
