package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/internal/account"

	"github.com/google/uuid"
)

// TestALedgerOutlivesItsMachine takes the ledger of one database to a copy of it from before.
func TestALedgerOutlivesItsMachine(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		if code, _, errs := invoke(english, "migrate", "--database", address); code != fine {
			t.Fatal(errs)
		}
		st := opened(t, address)
		gone := account.Account{ID: uuid.Must(uuid.NewV7()), Kind: account.Guest, Role: account.Trainee, CreatedAt: now()}
		if err := st.AddAccount(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
		if err := st.Erase(t.Context(), gone.ID, gone.ID); err != nil {
			t.Fatal(err)
		}
		code, ledger, errs := invoke(english, "erasures", "list", "--database", address)
		if code != fine || !strings.Contains(ledger, gone.ID.String()) {
			t.Fatalf("exit code %d, %s%s", code, ledger, errs)
		}
		file := filepath.Join(t.TempDir(), "erasures.txt")
		if err := os.WriteFile(file, []byte(ledger), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := st.AddAccount(t.Context(), gone); err != nil { // as pg_restore brings them back
			t.Fatal(err)
		}
		code, out, errs := invoke(english, "erasures", "replay", file, "--database", address)
		if code != fine || out != "Replayed a ledger of 1 lines: 1 people erased again.\n" {
			t.Errorf("exit code %d, %s%s", code, out, errs)
		}
	})
}

func TestWhatIsNoLedgerErasesNobody(t *testing.T) {
	database := filepath.Join(t.TempDir(), "casebook.db")
	if code, _, errs := invoke(english, "migrate", "--database", database); code != fine {
		t.Fatal(errs)
	}
	file := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(file, []byte("a,b\nc,d\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"replay", file}, failed, "Line 1 is not one of a ledger"},
		{[]string{"replay", file + ".none"}, failed, "cannot be read"},
		{[]string{"replay"}, badUsage, "What is to be done"},
		{nil, badUsage, "What is to be done"},
	} {
		code, _, errs := invoke(english, append(append([]string{"erasures"}, c.args...), "--database", database)...)
		if code != c.code || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit code %d, %s", c.args, code, errs)
		}
	}
}
