package store

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/cohort"
	"casebook/internal/fault"
)

// within refuses a cohort that is not in a scope, as one that does not exist.
func within(tx *gorm.DB, scope cohort.Scope, of uuid.UUID) error {
	q := tx.Table("cohorts").Select("cohorts.id").Where("cohorts.id = ?", key(of))
	if !scope.All {
		q = q.Joins("JOIN cohort_posts ON cohort_posts.cohort_id = cohorts.id").
			Where("cohort_posts.account_id = ? AND cohort_posts.post IN ?", key(scope.Account), scope.Posts)
	}
	var found []key
	if err := q.Limit(1).Find(&found).Error; err != nil {
		return err
	}
	if len(found) == 0 {
		return unknownCohort()
	}
	return nil
}

func unknownCohort() error {
	return none("unknown_cohort", fault.Text{
		FR: "Cette promotion n’existe pas, ou elle n’est pas à vous. Les vôtres sont sur la page des promotions.",
		EN: "There is no such cohort, or it is not yours. Yours are on the page of cohorts.",
	})
}
