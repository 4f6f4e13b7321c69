package store

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// loggedIn keeps a login of an account, and answers its token.
func loggedIn(t testing.TB, s *Store, owner uuid.UUID, ends time.Time) (token string, l account.Login) {
	t.Helper()
	l = account.Login{ID: newID(t), Account: owner, Way: account.ByGuest, Device: "Firefox, Linux", OpenedAt: noon, EndsAt: ends}
	token = "token-" + l.ID.String()
	if err := s.AddLogin(t.Context(), account.DigestOf(token), "", l); err != nil {
		t.Fatal(err)
	}
	return token, l
}

// isLoggedIn reports whether a token still lets somebody in.
func isLoggedIn(t testing.TB, s *Store, token string) bool {
	t.Helper()
	_, found, err := s.Login(t.Context(), account.DigestOf(token))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestALoginLastsUntilItEnds(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		s := opened(t, address, func(o *Options) { o.Now = func() time.Time { return now } })
		owner := guest(t, s)
		long, want := loggedIn(t, s, owner, noon.Add(time.Hour))
		short, _ := loggedIn(t, s, owner, noon.Add(time.Minute))
		got, found, err := s.Login(t.Context(), account.DigestOf(long))
		if err != nil || !found || got != want {
			t.Errorf("got %+v, %v, %v, want %+v", got, found, err, want)
		}
		if !isLoggedIn(t, s, short) || isLoggedIn(t, s, "unknown") {
			t.Error("a login is not found, or one that is none is")
		}
		now = noon.Add(time.Minute)
		if !isLoggedIn(t, s, long) || isLoggedIn(t, s, short) {
			t.Error("a login ended too early, or too late")
		}
		if err := s.ForgetLogins(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := count(t, s, "logins"); n != 1 {
			t.Errorf("%d logins are kept, want 1", n)
		}
		if err := s.ProlongLogin(t.Context(), account.DigestOf(long), noon.Add(2*time.Hour)); err != nil {
			t.Fatal(err)
		}
		now = noon.Add(90 * time.Minute)
		if !isLoggedIn(t, s, long) {
			t.Error("a login that was prolonged has ended")
		}
		if err := s.EndLogin(t.Context(), owner, want.ID); err != nil {
			t.Fatal(err)
		}
		if isLoggedIn(t, s, long) {
			t.Error("a login that was ended is believed")
		}
		wantFault(t, s.EndLogin(t.Context(), owner, want.ID), fault.NotFound, "unknown_login")
	})
}

func TestALoginThatEndedElsewhereIsNotBelievedBecauseTheClockWentBack(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		now := noon
		clock := func(o *Options) { o.Now = func() time.Time { return now } }
		here, there := opened(t, address, clock), opened(t, address, clock)
		owner := guest(t, here)
		token, login := loggedIn(t, here, owner, noon.Add(time.Hour))
		if !isLoggedIn(t, there, token) {
			t.Fatal("a login is not found")
		}
		if err := here.EndLogin(t.Context(), owner, login.ID); err != nil {
			t.Fatal(err)
		}
		now = noon.Add(-time.Hour)
		if isLoggedIn(t, there, token) {
			t.Error("a login that was ended is believed for as long as the clock went back")
		}
	})
}

func TestALoginThatIsRenewedTakesThePlaceOfTheOneBefore(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		before, l := loggedIn(t, s, owner, noon.Add(time.Hour))
		if !isLoggedIn(t, s, before) {
			t.Fatal("not logged in")
		}
		l.ID = newID(t)
		if err := s.AddLogin(t.Context(), account.DigestOf("after"), account.DigestOf(before), l); err != nil {
			t.Fatal(err)
		}
		if isLoggedIn(t, s, before) || !isLoggedIn(t, s, "after") {
			t.Error("both tokens, or none, let in")
		}
	})
}

func TestOnesOwnLoginsAloneCanBeEnded(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		one, other := guest(t, s), guest(t, s)
		token, l := loggedIn(t, s, other, noon.Add(time.Hour))
		wantFault(t, s.EndLogin(t.Context(), one, l.ID), fault.NotFound, "unknown_login")
		wantFault(t, s.EndLogins(t.Context(), account.Scope{Account: one}, other, uuid.Nil), fault.NotFound, "unknown_account")
		if !isLoggedIn(t, s, token) {
			t.Error("somebody else's login was ended")
		}
		if list, err := s.Logins(t.Context(), one); err != nil || len(list) != 0 {
			t.Errorf("sees %d logins of others, %v", len(list), err)
		}
	})
}

// Whoever was logged in before logins had a table of their own stays so.
func TestLoginsFromBeforeAreCarriedOver(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		old := migratedTo(t, address, 7)
		owner := newID(t)
		meddle(t, old, "INSERT INTO accounts (id, kind, created_at) VALUES (?, 'guest', ?)", key(owner), noon)
		ends := noon.Add(24 * time.Hour)
		data := binary.BigEndian.AppendUint64([]byte{1}, uint64(ends.UnixMicro()))
		data = append(data, owner[:]...)
		for token, data := range map[string][]byte{"kept": data, "older": []byte("a gob of another time"), "gone": append(data[:9:9], make([]byte, 16)...)} {
			err := old.write.WithContext(t.Context()).Exec("INSERT INTO sessions (token, data, expires_at) VALUES (?, ?, ?)",
				string(account.DigestOf(token)), data, ends).Error
			if err != nil {
				t.Fatal(err)
			}
		}
		s := opened(t, address)
		l, found, err := s.Login(t.Context(), account.DigestOf("kept"))
		if err != nil || !found || l.Account != owner || !l.EndsAt.Equal(ends) || l.Way != account.ByGuest || l.ID == uuid.Nil {
			t.Errorf("%+v, %v, %v", l, found, err)
		}
		if list, err := s.Logins(t.Context(), owner); err != nil || len(list) != 1 || !list[0].OpenedAt.Equal(ends.Add(-90*24*time.Hour).Truncate(time.Millisecond)) && !list[0].OpenedAt.Equal(ends.Add(-90*24*time.Hour)) {
			t.Errorf("%+v, %v", list, err)
		}
		if isLoggedIn(t, s, "older") || isLoggedIn(t, s, "gone") {
			t.Error("a login that could not be read lets somebody in")
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

// migratedTo opens a database as a program had it that knew no later migration.
func migratedTo(t *testing.T, address string, version int) *Store {
	t.Helper()
	older := fstest.MapFS{}
	for _, dialect := range []string{"sqlite", "postgres"} {
		for n := 1; n <= version; n++ {
			names, err := fs.Glob(shipped, fmt.Sprintf("%s/%05d_*.sql", dialect, n))
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				data, err := fs.ReadFile(shipped, name)
				if err != nil {
					t.Fatal(err)
				}
				older[name] = &fstest.MapFile{Data: data}
			}
		}
	}
	s, err := open(t.Context(), address, Options{Now: atNoon}, older)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(s) })
	return s
}
