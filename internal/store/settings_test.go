package store

import (
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"casebook/internal/attempt"
)

func TestEveryConnectionHasItsSettings(t *testing.T) {
	ask := func(db *gorm.DB, question string) (answer string) {
		t.Helper()
		if err := db.WithContext(t.Context()).Raw(question).Scan(&answer).Error; err != nil {
			t.Fatal(err)
		}
		return answer
	}
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		wanted := map[string]string{
			"PRAGMA synchronous":  "2", // FULL: a commit is on disk when it returns
			"PRAGMA foreign_keys": "1",
			"PRAGMA journal_mode": "wal",
			"PRAGMA busy_timeout": "10000",
		}
		if _, isServer := s.database.(postgres); isServer {
			wanted = map[string]string{
				"SHOW statement_timeout": "5s", "SHOW lock_timeout": "2s", "SHOW timezone": "UTC",
				"SHOW transaction_isolation": "read committed",
				"SHOW plan_cache_mode":       "force_generic_plan",
				"SHOW enable_seqscan":        "off",
				"SHOW jit":                   "off",
			}
		}
		for question, want := range wanted {
			if got := ask(s.write, question); got != want {
				t.Errorf("%s: %s, want %s", question, got, want)
			}
		}
	})
}

func TestTheReadersOfAFileCannotWrite(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "casebook.db"))
	if err := s.read.WithContext(t.Context()).Exec("DELETE FROM accounts").Error; err == nil {
		t.Error("a reader has written")
	}
}

func TestTheLogNamesSlowQueriesWithoutAnybodysWords(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		var written lines
		log := slog.New(slog.NewJSONHandler(&written, nil))
		s := opened(t, address, func(o *Options) {
			o.Log, o.Now = log, func() time.Time { return time.Now().Add(time.Hour) } // every query took an hour
		})
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		if _, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			a.Decisions[0].Rationale = "a secret reason"
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		text := written.String()
		if !strings.Contains(text, "slow query") || !strings.Contains(text, "INSERT INTO") {
			t.Errorf("nothing was said: %s", text)
		}
		if strings.Contains(text, "secret") || strings.Contains(text, "wait") {
			t.Errorf("somebody's words were logged: %s", text)
		}
	})
}

// lines is a buffer that several may write to.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
