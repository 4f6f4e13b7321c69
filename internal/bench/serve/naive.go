//go:build bench

package serve

import (
	"context"
	"fmt"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// naive is a plausible first version: GORM and SQLite as they come, but for FULL, which SQLite has and its driver takes
// away.
func naive(_ context.Context, file string) (made, error) {
	db, err := open(file+"?_synchronous=FULL", "delete", &gorm.Config{})
	if err != nil {
		return made{}, err
	}
	return made{endpoint(db, func(ctx context.Context, id string, d decision) (Attempt, error) {
		db := db.WithContext(ctx)
		var a Attempt
		if err := db.First(&a, "id = ?", id).Error; err != nil {
			return a, err
		}
		row, err := a.advance(d)
		if err != nil {
			return a, err
		}
		if err := db.Create(&row).Error; err != nil {
			return a, err
		}
		return a, db.Save(&a).Error
	}), closing(db)}, nil
}

// tuned is what GORM does with care, and still a commit for each decision.
func tuned(_ context.Context, file string) (made, error) {
	db, err := open("file:"+file+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate&_busy_timeout=5000", "wal",
		&gorm.Config{PrepareStmt: true, SkipDefaultTransaction: true})
	if err != nil {
		return made{}, err
	}
	pool, err := db.DB()
	if err != nil {
		return made{}, err
	}
	pool.SetMaxOpenConns(1)
	return made{endpoint(db, func(ctx context.Context, id string, d decision) (a Attempt, err error) {
		err = db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			if err := tx.Take(&a, "id = ?", id).Error; err != nil {
				return err
			}
			row, err := a.advance(d)
			if err != nil {
				return err
			}
			if err := tx.Create(&row).Error; err != nil {
				return err
			}
			return tx.Model(&a).Select("Step", "Status").Updates(&a).Error
		})
		return a, err
	}), closing(db)}, nil
}

// open opens a database and makes sure that it is as durable as it is said to be: synchronous FULL.
func open(dsn, journal string, c *gorm.Config) (*gorm.DB, error) {
	c.Logger = logger.Discard
	db, err := gorm.Open(sqlite.Open(dsn), c)
	if err != nil {
		return nil, err
	}
	var mode string
	var synchronous int
	if err := db.Raw("PRAGMA journal_mode").Scan(&mode).Error; err != nil {
		return nil, err
	}
	if err := db.Raw("PRAGMA synchronous").Scan(&synchronous).Error; err != nil {
		return nil, err
	}
	if mode != journal || synchronous != 2 {
		return nil, fmt.Errorf("journal mode %s, synchronous %d", mode, synchronous)
	}
	return db, db.AutoMigrate(&Attempt{}, &Decision{})
}

func closing(db *gorm.DB) func() error {
	return func() error {
		pool, err := db.DB()
		if err == nil {
			err = pool.Close()
		}
		return err
	}
}
