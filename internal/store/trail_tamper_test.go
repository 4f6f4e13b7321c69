package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"casebook/internal/audit"
)

// unguarded lets a statement change the trail, as somebody with all rights can.
func unguarded(t *testing.T, s *Store, statement string, args ...any) {
	t.Helper()
	triggers := []string{"DROP TRIGGER audit_entries_stay", "DROP TRIGGER audit_entries_remain", "DROP TRIGGER audit_entries_follow"}
	if _, isServer := s.database.(postgres); isServer {
		triggers = []string{"ALTER TABLE audit_entries DISABLE TRIGGER USER"}
	}
	for _, trigger := range triggers {
		_ = s.write.WithContext(t.Context()).Exec(trigger) // a second time they are gone
	}
	if err := s.write.WithContext(t.Context()).Exec(statement, args...).Error; err != nil {
		t.Fatal(err)
	}
}

func TestNothingInTheTrailIsChangedOrRemoved(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		publishing(t, s, 2)
		before := entries(t, s)
		statements := []string{
			"UPDATE audit_entries SET actor = 'nobody'",
			"UPDATE audit_entries SET actor = actor WHERE seq = 1",
			"DELETE FROM audit_entries WHERE seq = 2",
			"INSERT INTO audit_entries SELECT * FROM audit_entries WHERE seq = 1",
			"INSERT INTO audit_entries SELECT seq + 1, at, actor, action, subject, details, previous, hash FROM audit_entries ORDER BY seq DESC LIMIT 1",
		}
		if _, isServer := s.database.(postgres); isServer {
			statements = append(statements, "TRUNCATE audit_entries")
		} else {
			statements = append(statements,
				"INSERT OR REPLACE INTO audit_entries SELECT seq, at, 'nobody', action, subject, details, previous, hash FROM audit_entries WHERE seq = 1",
				"REPLACE INTO audit_entries SELECT 99, at, 'nobody', action, subject, details, previous, hash FROM audit_entries WHERE seq = 2")
		}
		for _, statement := range statements {
			if err := s.write.WithContext(t.Context()).Exec(statement).Error; err == nil {
				t.Errorf("it was let through: %s", statement)
			}
		}
		if after := entries(t, s); !slices.Equal(after, before) {
			t.Errorf("the trail has become %v", after)
		}
	})
}

func TestWhatWasDoneToTheTrailIsNoticed(t *testing.T) {
	zeros := strings.Repeat("0", 64)
	for name, c := range map[string]struct {
		statement string
		want      audit.Flaw
	}{
		"another number":   {"UPDATE audit_entries SET seq = 99 WHERE seq = 3", audit.Flaw{Kind: audit.Missing, Seq: 3}},
		"another moment":   {"UPDATE audit_entries SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"no moment at all": {"UPDATE audit_entries SET at = 'yesterday' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"another actor":    {"UPDATE audit_entries SET actor = 'nobody' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"another action":   {"UPDATE audit_entries SET action = 'nothing' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"another subject":  {"UPDATE audit_entries SET subject = 'client/77' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"other details":    {"UPDATE audit_entries SET details = '{ }' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"another previous": {"UPDATE audit_entries SET previous = '" + zeros[:63] + "1' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"another hash":     {"UPDATE audit_entries SET hash = '" + zeros + "' WHERE seq = 3", audit.Flaw{Kind: audit.Altered, Seq: 3}},
		"the first gone":   {"DELETE FROM audit_entries WHERE seq = 1", audit.Flaw{Kind: audit.Missing, Seq: 1}},
		"one gone":         {"DELETE FROM audit_entries WHERE seq = 3", audit.Flaw{Kind: audit.Missing, Seq: 3}},
		"all gone":         {"DELETE FROM audit_entries", audit.Flaw{Kind: audit.Missing, Seq: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, address string) {
				s := opened(t, address)
				publishing(t, s, 5)
				unguarded(t, s, c.statement)
				sound, err := verified(t, s, "")
				var flaw *audit.Flaw
				if !errors.As(err, &flaw) || *flaw != c.want {
					t.Errorf("%+v, %v, want %v", sound, err, &c.want)
				}
			})
		})
	}
}

func TestTwoEntriesThatTradePlacesAreNoticed(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		publishing(t, s, 5)
		for _, step := range [][2]int{{3, 99}, {4, 3}, {99, 4}} {
			unguarded(t, s, "UPDATE audit_entries SET seq = ? WHERE seq = ?", step[1], step[0])
		}
		_, err := verified(t, s, "")
		var flaw *audit.Flaw
		if !errors.As(err, &flaw) || *flaw != (audit.Flaw{Kind: audit.Altered, Seq: 3}) {
			t.Error(err)
		}
	})
}

// A trail that was cut, or rewritten as a whole from some entry on, looks sound: the hash noted outside tells.
func TestTheNotedHashTellsWhatTheTrailAloneCannot(t *testing.T) {
	for name, tamper := range map[string]func(t *testing.T, s *Store, all []audit.Entry){
		"the end cut": func(t *testing.T, s *Store, all []audit.Entry) {
			unguarded(t, s, "DELETE FROM audit_entries WHERE seq = ?", len(all))
		},
		"rewritten from the middle": func(t *testing.T, s *Store, all []audit.Entry) {
			unguarded(t, s, "DELETE FROM audit_entries WHERE seq >= 3")
			last := all[1]
			for _, e := range all[2:] {
				e.Actor = "nobody"
				last = audit.Follow(last, noon, e.Event)
				row := auditRowOf(last)
				if err := s.write.WithContext(t.Context()).Create(&row).Error; err != nil {
					t.Fatal(err)
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, address string) {
				s := opened(t, address)
				publishing(t, s, 5)
				all := entries(t, s)
				noted := all[len(all)-1].Hash
				if sound, err := verified(t, s, noted); err != nil || sound.Last != noted || sound.Noted != sound.Entries {
					t.Fatalf("%+v, %v", sound, err)
				}
				tamper(t, s, all)
				if _, err := verified(t, s, ""); err != nil {
					t.Errorf("the trail alone tells it: %v", err)
				}
				_, err := verified(t, s, noted)
				var flaw *audit.Flaw
				if !errors.As(err, &flaw) || flaw.Kind != audit.Unknown {
					t.Errorf("the noted hash does not tell it: %v", err)
				}
			})
		})
	}
}
