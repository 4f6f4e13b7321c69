package store

import (
	"testing"
	"time"
)

func TestALoginLastsUntilItExpires(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		s := opened(t, address, func(o *Options) { o.Now = func() time.Time { return now } })
		logins := s.Sessions()
		found := func(token string) string {
			t.Helper()
			data, found, err := logins.Find(token)
			if err != nil || found != (data != nil) {
				t.Fatalf("find %s: %q, %v, %v", token, data, found, err)
			}
			return string(data)
		}
		for _, data := range []string{"first", "second"} {
			if err := logins.Commit("long", []byte(data), now.Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		if err := logins.Commit("short", []byte("s"), now.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if got := found("long") + found("short") + found("unknown"); got != "seconds" {
			t.Errorf("before: %q", got)
		}

		now = noon.Add(time.Minute)
		if got := found("long") + found("short"); got != "second" {
			t.Errorf("after a minute: %q", got)
		}
		if err := logins.DeleteExpired(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := count(t, s, "sessions"); n != 1 {
			t.Errorf("%d logins are kept, want 1", n)
		}
		for range 2 { // ending what has ended is no error
			if err := logins.Delete("long"); err != nil {
				t.Fatal(err)
			}
		}
		if got := found("long"); got != "" {
			t.Errorf("after its end: %q", got)
		}
	})
}

// count is how many rows a table has.
func count(t *testing.T, s *Store, table string) int64 {
	t.Helper()
	var n int64
	if err := s.read.WithContext(t.Context()).Table(table).Count(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}
