package store

import (
	"context"
	"math"
	"time"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Ready reports whether the database answers and keeps what it is given. After a commit has failed it does not, until
// one succeeds again: without anybody who plays, a probe is what finds out.
func (s *Store) Ready(ctx context.Context) error {
	if err := s.Ping(ctx); err != nil {
		return err
	}
	trouble := s.writer.tally.trouble.Load()
	if trouble == nil {
		return nil
	}
	err := s.probe(ctx)
	if err == nil {
		s.writer.tally.trouble.CompareAndSwap(trouble, nil)
		return nil
	}
	return fault.New(fault.Unavailable, "not_keeping", fault.Text{
		FR: "La base de données n’enregistre plus : sa dernière écriture a échoué. Vérifiez son disque et son serveur ; Casebook reprend de lui-même.",
		EN: "The database no longer keeps what it is given: its last write failed. Check its disk and its server; Casebook goes on by itself.",
	}).Because(err)
}

// probe writes something and commits it. It is one use of a limit that nothing reaches.
func (s *Store) probe(ctx context.Context) error {
	ctx, done := context.WithTimeout(ctx, 2*time.Second)
	defer done()
	_, err := s.Use(ctx, account.Limit{What: "probe", Most: math.MaxInt, Per: time.Minute}, "")
	return err
}
