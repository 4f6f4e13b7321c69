//go:build bench

package main

import (
	"context"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"casebook/internal/attempt"
	"casebook/internal/bench/serve"
)

// references count the decisions of a case in attempts that came to an ending, without columns and summaries.
type references struct{ db *gorm.DB }

func openReferences(ctx context.Context, file string) (references, error) {
	db, err := gorm.Open(sqlite.Open("file:"+file+"?mode=ro"), &gorm.Config{Logger: logger.Discard})
	if err != nil {
		return references{}, err
	}
	return references{db.WithContext(ctx)}, nil
}

func (r references) close() error {
	pool, err := r.db.DB()
	if err == nil {
		err = pool.Close()
	}
	return err
}

// decided is a row of the product's decisions, as GORM would map it.
type decided struct {
	AttemptID      []byte
	Step           int
	Node           int
	Visit          int
	Move           int
	TimedOut       bool
	Offered        attempt.Offered
	Displayed      []byte
	Draws          []byte
	Confidence     int
	TookMs         int64
	IdempotencyKey string
	AtUs           int64
}

// situated is a move that was made at a node with something on offer. Codes are those of the version.
type situated struct {
	node, move int
	offered    attempt.Offered
}

func (r references) ofCase() *gorm.DB {
	return r.db.Table("decisions").Joins("JOIN attempts ON attempts.id = decisions.attempt_id").
		Where("attempts.scenario_id = ? AND attempts.status = ?", serve.Scenario, attempt.Completed)
}

// loadRows loads every decision as a row, and counts in Go.
func (r references) loadRows() (map[situated]int, error) {
	var rows []decided
	if err := r.ofCase().Select("decisions.*").Find(&rows).Error; err != nil {
		return nil, err
	}
	counts := map[situated]int{}
	for i := range rows {
		counts[situated{rows[i].Node, rows[i].Move, rows[i].Offered}]++
	}
	return counts, nil
}

// groupRows lets the database count.
func (r references) groupRows() (map[situated]int, error) {
	var groups []struct {
		Node, Move int
		Offered    attempt.Offered
		Times      int
	}
	err := r.ofCase().Select("node, move, offered, count(*) AS times").Group("node, move, offered").Find(&groups).Error
	counts := map[situated]int{}
	for _, g := range groups {
		counts[situated{g.Node, g.Move, g.Offered}] = g.Times
	}
	return counts, err
}
