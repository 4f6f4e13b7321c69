package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"net"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	pgorm "gorm.io/driver/postgres"
	"gorm.io/gorm"
)

// postgres is a database on a server that several programs may share.
type postgres struct{ config *pgx.ConnConfig }

// A program opens 16 connections at most: with more, the slowest requests wait longer.
const (
	writingConns = 4
	readingConns = 12
)

func newPostgres(config *pgx.ConnConfig) postgres {
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 5 * time.Second
	}
	config.RuntimeParams["timezone"] = "UTC"
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "casebook"
	}
	return postgres{config}
}

// limited is the configuration with limits (what the address sets goes first), or with none.
func (d postgres) limited(statement, lock string) *pgx.ConnConfig {
	config := d.config.Copy()
	for name, value := range map[string]string{"statement_timeout": statement, "lock_timeout": lock} {
		if config.RuntimeParams[name] == "" {
			config.RuntimeParams[name] = value
		}
	}
	return config
}

// steady keeps one plan for each statement, made once: to plan anew costs a batch more than it gains. As the plan may
// be made while the tables are empty, it is told to go by keys; what cannot then looks dear, and is not to be compiled.
var steady = map[string]string{
	"plan_cache_mode": "force_generic_plan", "jit": "off",
	"enable_seqscan": "off", "enable_hashjoin": "off", "enable_mergejoin": "off",
}

// pools are two, so that who reads never keeps the writer waiting.
func (d postgres) pools() (write, read *sql.DB, err error) {
	config := d.limited("5s", "2s")
	planned := config.Copy()
	maps.Copy(planned.RuntimeParams, steady)
	return poolOf(planned, writingConns), poolOf(config, readingConns), nil
}

func poolOf(config *pgx.ConnConfig, most int) *sql.DB {
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return db
}

func (d postgres) connect() (*sql.DB, error) { return stdlib.OpenDB(*d.limited("0", "0")), nil }

func (d postgres) dialector(conn gorm.ConnPool) gorm.Dialector {
	return pgorm.New(pgorm.Config{Conn: conn})
}

func (d postgres) dialect() goose.Dialect { return goose.DialectPostgres }

func (d postgres) tables() string {
	return "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
}

func (d postgres) locking() ([]goose.ProviderOption, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
	return []goose.ProviderOption{goose.WithSessionLocker(locker)}, err
}

func (d postgres) queue(tx *gorm.DB, table string) error {
	return tx.Exec("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE").Error
}

func (d postgres) prepare(ctx context.Context, s schema, _ bool) error {
	db, err := d.connect()
	if err != nil {
		return err
	}
	defer shut(db)
	version, _, err := schemaVersion(ctx, db, d)
	switch {
	case err != nil:
		return d.refusal(err)
	case version > s.newest:
		return newerDatabase(version, s.newest)
	default:
		return nil
	}
}

// refusal says in a sentence why a server could not be worked with.
func (d postgres) refusal(err error) error {
	server := net.JoinHostPort(d.config.Host, strconv.Itoa(int(d.config.Port)))
	var refused *pgconn.ConnectError
	switch {
	case sqlState(err, "28"):
		return loginRefused(server, d.config.User, err)
	case sqlState(err, "3D000"):
		return noDatabase(server, d.config.Database, err)
	case errors.As(err, &refused) && !sqlState(err, "53", "57"):
		return noServer(server, err)
	default:
		return fmt.Errorf("look at the schema: %w", err)
	}
}

func (d postgres) enter() (leave func(), err error) { return func() {}, nil }

func (d postgres) keep(context.Context, schema, time.Time) (string, error) { return "", nil }

func (d postgres) backup(_ context.Context, _ schema, file string, at time.Time) (string, error) {
	if file == "" {
		file = backupName("casebook.dump", at)(1)
	}
	return "", usePgDump(file)
}

func (d postgres) restore(_ context.Context, _ schema, file string) (Restored, error) {
	return Restored{}, usePgRestore(file)
}
