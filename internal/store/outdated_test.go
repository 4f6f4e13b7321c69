package store

import (
	"errors"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func TestAProgramThatIsOlderThanItsDatabaseKeepsNothing(t *testing.T) {
	for name, c := range map[string]struct {
		migration string
		notices   bool // with the first change, because it fails
	}{
		"whose schema has more":           {"CREATE TABLE later (id INTEGER);", false},
		"whose schema has something else": {"ALTER TABLE decisions RENAME COLUMN node TO place;", true},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, address string) {
				s := opened(t, address)
				owner := guest(t, s)
				id := begun(t, s, owner).ID
				wait := func() error {
					_, err := s.ChangeAttempt(t.Context(), owner, id, func(a *attempt.Attempt) error {
						decide(a, "wait")
						return nil
					})
					return err
				}
				if err := errors.Join(wait(), s.Ready(t.Context())); err != nil {
					t.Fatal(err)
				}
				if _, err := migrated(t.Context(), address, next(c.migration)); err != nil {
					t.Fatal(err)
				}
				wantFault(t, s.Ready(t.Context()), fault.Unavailable, "server_outdated")
				err := wait()
				if c.notices && err == nil {
					t.Error("a change was kept that cannot have been")
				}
				until(t, "a change is refused", func() bool {
					if err == nil {
						err = wait()
					}
					return err != nil
				})
				wantFault(t, err, fault.Unavailable, "server_outdated")
				wantFault(t, s.AddAttempt(t.Context(), attempt.Attempt{ID: newID(t), Account: owner}), fault.Unavailable, "server_outdated")
			})
		})
	}
}
