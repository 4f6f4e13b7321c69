package store

import (
	"fmt"
	"strconv"

	"gorm.io/gorm"

	"casebook/internal/attempt"
)

// summaries goes by number: one program at a time writes, so that numbers become visible in their order.
func (d sqlite) summaries(tx *gorm.DB, from string, most int) (page []attempt.Summary, next string, more bool, err error) {
	var after int64
	if from != "" {
		if after, err = strconv.ParseInt(from, 10, 64); err != nil {
			return nil, from, false, fmt.Errorf("summaries from %q: %w", from, err)
		}
	}
	keep := func(s attempt.Summary) { page = append(page, s) }
	err = readSummaries(tx, keep, []any{&after}, "SELECT *, seq FROM summaries WHERE seq > ? ORDER BY seq LIMIT ?", after, most)
	if err != nil || len(page) == 0 {
		return nil, from, false, err
	}
	return page, strconv.FormatInt(after, 10), len(page) == most, nil
}
