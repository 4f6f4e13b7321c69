//go:build bench

package main

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver of the product

	"casebook/internal/bench/load"
)

// grouped is the most that rows of a decision's size can be kept a second, each durable before its caller goes on: one
// writer commits together what waits together. There is no request and no rule.
type grouped struct {
	db     *sql.DB
	insert *sql.Stmt
	queue  chan insertion
	next   atomic.Uint64 // the number of the last attempt
}

type insertion struct {
	attempt [16]byte
	step    int
	done    chan error
}

// most is how many rows share a commit at most.
const most = 1024

func openGrouped(ctx context.Context, file string) (*grouped, error) {
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, `CREATE TABLE decisions (
		attempt_id BLOB, step INTEGER, move INTEGER, timed_out INTEGER, offered BLOB, displayed BLOB, confidence INTEGER,
		took INTEGER, draws BLOB, key TEXT, at INTEGER, PRIMARY KEY (attempt_id, step)) WITHOUT ROWID`); err != nil {
		return nil, err
	}
	var synchronous int
	if err := db.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&synchronous); err != nil {
		return nil, err
	}
	if synchronous != 2 {
		return nil, fmt.Errorf("synchronous is %d, not FULL", synchronous)
	}
	insert, err := db.PrepareContext(ctx, "INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?,?,?)")
	if err != nil {
		return nil, err
	}
	g := &grouped{db: db, insert: insert, queue: make(chan insertion, most)}
	go g.write(ctx)
	return g, nil
}

func (g *grouped) close() error {
	close(g.queue)
	return errors.Join(g.insert.Close(), g.db.Close())
}

func (g *grouped) write(ctx context.Context) {
	var batch []insertion
	for first := range g.queue {
		for range 4 {
			runtime.Gosched()
		}
		batch = append(batch[:0], first)
		for more := true; more && len(batch) < most; {
			select {
			case i, open := <-g.queue:
				if more = open; open {
					batch = append(batch, i)
				}
			default:
				more = false
			}
		}
		err := g.commit(ctx, batch)
		for _, i := range batch {
			i.done <- err
		}
	}
}

func (g *grouped) commit(ctx context.Context, batch []insertion) error {
	tx, err := g.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	insert := tx.StmtContext(ctx, g.insert)
	for _, i := range batch {
		if _, err := insert.ExecContext(ctx, i.attempt[:], i.step, 1, 0, []byte{0, 1, 2}, []byte{2, 0, 1}, 2, 1500, []byte{},
			"00000000000000000000000000000001", 1_800_000_000_000_000+int64(i.step)); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

// contender are so many callers, each of which waits for its row before it asks for the next.
func (g *grouped) contender(callers int, span time.Duration) contender {
	return contender{name: "grouped", clients: callers, measure: func(context.Context, int) (figures, error) {
		var kept atomic.Int64
		var failed atomic.Value
		var all sync.WaitGroup
		until := time.Now().Add(span)
		for range callers {
			all.Go(func() {
				n, err := g.play(until)
				kept.Add(int64(n))
				if err != nil {
					failed.Store(err)
				}
			})
		}
		all.Wait()
		err, _ := failed.Load().(error)
		return figures{Sample: load.Sample{Rate: float64(kept.Load()) / span.Seconds(), Count: int(kept.Load())}}, err
	}}
}

func (g *grouped) play(until time.Time) (n int, err error) {
	i := insertion{done: make(chan error)}
	for ; time.Now().Before(until); n++ {
		if i.step = n % 20; i.step == 0 {
			binary.BigEndian.PutUint64(i.attempt[:], g.next.Add(1))
		}
		g.queue <- i
		if err := <-i.done; err != nil {
			return n, err
		}
	}
	return n, nil
}
