package store

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"casebook/internal/fault"
	"casebook/internal/library"
)

func TestPublishingNumbersWhatIsNew(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		for _, c := range []struct {
			id, content string
			version     int
			added       bool
		}{
			{"client", "a", 1, true},
			{"client", "a", 1, false},
			{"other", "a", 1, true},
			{"client", "b", 2, true},
			{"client", "a", 3, true}, // back to what it was: a version of its own
			{"client", "a", 3, false},
		} {
			ref, added, err := s.AddVersion(t.Context(), record(c.id, c.content))
			if err != nil || ref != (library.Ref{ID: c.id, Version: c.version}) || added != c.added {
				t.Errorf("%s %s: got %v, %v, %v", c.id, c.content, ref, added, err)
			}
		}
		newest, err := newestOf(t, s)
		if want := []library.Ref{{ID: "client", Version: 3}, {ID: "other", Version: 1}}; err != nil || !reflect.DeepEqual(newest, want) {
			t.Errorf("newest: %v, %v, want %v", newest, err, want)
		}
	})
}

func TestAVersionIsFoundAsItWasPublished(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		want := record("client", "a")
		want.Archive = []byte{0, 1, 0xff, '\n'}
		if _, _, err := s.AddVersion(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		want.Version = 1
		got, err := s.Version(t.Context(), want.Ref)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
		_, err = s.Version(t.Context(), library.Ref{ID: "client", Version: 2})
		wantFault(t, err, fault.NotFound, "unknown_version")
	})
}

func TestReplicasThatPublishTogetherAgree(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		replicas := []*Store{opened(t, address), opened(t, address)}
		publish := func(rivals int, content func(i int) string) (added int) {
			var wg sync.WaitGroup
			var mu sync.Mutex
			for i := range rivals {
				wg.Go(func() {
					_, isNew, err := replicas[i%2].AddVersion(t.Context(), record("client", content(i)))
					mu.Lock()
					defer mu.Unlock()
					if err != nil {
						t.Error(err)
					}
					if isNew {
						added++
					}
				})
			}
			wg.Wait()
			return added
		}
		if added := publish(8, func(int) string { return "same" }); added != 1 {
			t.Errorf("equal files became %d versions, want 1", added)
		}
		if added := publish(8, func(i int) string { return fmt.Sprintf("files %d.", i) }); added != 8 {
			t.Errorf("8 different folders became %d versions", added)
		}
		newest, err := newestOf(t, replicas[0])
		if want := []library.Ref{{ID: "client", Version: 9}}; err != nil || !reflect.DeepEqual(newest, want) {
			t.Errorf("newest: %v, %v, want %v", newest, err, want)
		}
	})
}

// newestOf lists the newest version of each scenario.
func newestOf(t *testing.T, s *Store) (refs []library.Ref, err error) {
	t.Helper()
	shelf, err := s.Shelf(t.Context())
	for _, e := range shelf {
		if e.Newest {
			refs = append(refs, e.Ref)
		}
	}
	return refs, err
}
