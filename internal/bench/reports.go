//go:build bench

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"casebook/internal/bench/serve"
)

// reports measures what a page about a case takes: how often each choice was on offer, and how often it was made, in
// all attempts that have ended. The references read a million decisions, and are told for ten.
func reports(ctx context.Context, o options) (rows []row, err error) {
	file, err := stored(ctx, o, million)
	if err != nil {
		return nil, err
	}
	db, err := gorm.Open(sqlite.Open("file:"+file+"?mode=ro"), &gorm.Config{Logger: logger.Discard})
	if err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	db = db.WithContext(ctx)
	byRows, err := loadRows(db)
	if err != nil {
		return nil, err
	}
	byGroups, err := groupRows(db)
	if err != nil {
		return nil, err
	}
	if len(byRows) == 0 || !maps.Equal(byRows, byGroups) {
		return nil, fmt.Errorf("the references tell %d and %d choices, and not the same of them", len(byRows), len(byGroups))
	}
	took, err := takeTurns(o.rounds, []timing{
		{"report by GORM rows", once(func() error { _, err := loadRows(db); return err })},
		{"report by GROUP BY", once(func() error { _, err := groupRows(db); return err })},
	})
	if err != nil {
		return nil, err
	}
	const none = "none yet"
	tenfold := func(name string) string { return (10 * took[name]).String() }
	return []row{
		{What: "report on 10 million decisions over GORM row loading", Ours: none, Reference: tenfold("report by GORM rows"), Goal: "≥ 60"},
		{What: "report on 10 million decisions over SQL GROUP BY", Ours: none, Reference: tenfold("report by GROUP BY"), Goal: "≥ 20"},
	}, nil
}

// choice is a choice of a node, by its code.
type choice struct{ node, move int }

// counts say how often a choice was on offer, and how often it was made.
type counts struct{ offered, made int }

// tally counts each choice; a look is not one.
type tally map[choice]counts

func (t tally) add(node, move int, offered uint32, times int) {
	for i := 0; offered != 0; i, offered = i+1, offered>>1 {
		if offered&1 == 1 {
			c := t[choice{node, i}]
			c.offered += times
			t[choice{node, i}] = c
		}
	}
	if move >= 0 {
		c := t[choice{node, move}]
		c.made += times
		t[choice{node, move}] = c
	}
}

// decided is a row of the product's decisions, as GORM would map it.
type decided struct {
	AttemptID      []byte
	Step           int
	Node           int
	Visit          int
	Move           int
	TimedOut       bool
	Offered        int64
	Displayed      []byte
	Draws          []byte
	Confidence     int
	TookMs         int64
	IdempotencyKey string
	AtUs           int64
}

// ofCase are the decisions of a case in attempts that have ended.
func ofCase(db *gorm.DB) *gorm.DB {
	return db.Table("decisions").Joins("JOIN attempts ON attempts.id = decisions.attempt_id").
		Where("attempts.scenario_id = ? AND attempts.ended_at IS NOT NULL", serve.Scenario)
}

// loadRows loads every decision as a row, and counts in Go.
func loadRows(db *gorm.DB) (tally, error) {
	var rows []decided
	if err := ofCase(db).Select("decisions.*").Find(&rows).Error; err != nil {
		return nil, err
	}
	t := tally{}
	for _, r := range rows {
		t.add(r.Node, r.Move, uint32(r.Offered), 1)
	}
	return t, nil
}

// groupRows lets the database count.
func groupRows(db *gorm.DB) (tally, error) {
	var groups []struct {
		Node, Move int
		Offered    int64
		Times      int
	}
	err := ofCase(db).Select("node, move, offered, count(*) AS times").Group("node, move, offered").Find(&groups).Error
	t := tally{}
	for _, g := range groups {
		t.add(g.Node, g.Move, uint32(g.Offered), g.Times)
	}
	return t, err
}
