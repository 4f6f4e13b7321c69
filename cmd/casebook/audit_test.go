package main

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"casebook/internal/audit"
)

// stockedFile is a database in which cases have been published.
func stockedFile(t *testing.T) string {
	t.Helper()
	stock, err := stocked()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "casebook.db")
	if err := os.WriteFile(file, stock, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// tamper runs statements in a SQLite file, as somebody does who has it in hand.
func tamper(t *testing.T, file, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite3", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestASoundTrailGivesTheHashToNote(t *testing.T) {
	file := stockedFile(t)
	code, out, errs := invoke(english, "audit", "verify", "--database", file)
	found := regexp.MustCompile(`The trail is sound. Entries: (\d+). Last hash: ([0-9a-f]{64})\n`).FindStringSubmatch(out)
	if code != fine || found == nil || !strings.Contains(out, "casebook audit verify --expect "+found[2]) {
		t.Fatalf("exit code %d, %s%s", code, out, errs)
	}
	if code, out, errs = invoke(english, "audit", "verify", "--expect", found[2], "--database", file); code != fine || !strings.Contains(out, "that of entry "+found[1]) {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
}

func TestAFlawInTheTrailIsSaidInASentence(t *testing.T) {
	const unguarded = "DROP TRIGGER audit_entries_stay; DROP TRIGGER audit_entries_remain; DROP TRIGGER audit_entries_follow; "
	_, listed, _ := invoke(english, "audit", "list", "--json", "--database", stockedFile(t))
	lines := strings.Split(strings.TrimSpace(listed), "\n")
	var second, last audit.Entry
	for line, e := range map[string]*audit.Entry{lines[1]: &second, lines[len(lines)-1]: &last} {
		if err := json.Unmarshal([]byte(line), e); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ statement, expect, en, fr string }{
		{"UPDATE audit_entries SET actor = 'nobody' WHERE seq = 3", "", "entry 3 was altered", "l’entrée 3 a été modifiée"},
		{"DELETE FROM audit_entries WHERE seq = 3", "", "entry 3 is missing", "l’entrée 3 manque"},
		{"UPDATE audit_entries SET seq = 0 WHERE seq = 1", "", "entry 0 is out of order", "l’entrée 0 n’est pas à sa place"},
		{
			"DELETE FROM audit_entries WHERE seq > 2; " + insertion(forged(second)),
			"", "entry 3 does not follow", "l’entrée 3 ne suit pas",
		},
		{"DELETE FROM audit_entries WHERE seq > 2", last.Hash, "None of the 2 entries", "Aucune des 2 entrées"},
	} {
		file := stockedFile(t)
		tamper(t, file, "PRAGMA ignore_check_constraints = on; "+unguarded+c.statement)
		args := []string{"audit", "verify", "--database", file}
		if c.expect != "" {
			args = append(args, "--expect", c.expect)
		}
		for want, env := range map[string]func(string) string{c.en: english, c.fr: french} {
			if code, out, said := invoke(env, args...); code != failed || out != "" || !strings.Contains(said, want) || strings.Count(said, "\n") != 1 {
				t.Errorf("%s: exit code %d, %s%s", c.statement, code, out, said)
			}
		}
	}
}

// forged is an entry after another whose link leads elsewhere.
func forged(after audit.Entry) audit.Entry {
	e := after
	e.Seq, e.Previous = after.Seq+1, strings.Repeat("1", 64)
	e.Hash = e.Sum()
	return e
}

func insertion(e audit.Entry) string {
	quoted := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	return "INSERT INTO audit_entries VALUES (3, " + strings.Join([]string{
		quoted(e.At), quoted(e.Actor), quoted(string(e.Action)), quoted(e.Subject), quoted(e.Details), quoted(e.Previous), quoted(e.Hash),
	}, ", ") + ")"
}

func TestTheTrailIsListedInWordsOrAsJSON(t *testing.T) {
	file := stockedFile(t)
	code, en, _ := invoke(english, "audit", "list", "--database", file)
	_, fr, _ := invoke(french, "audit", "list", "--database", file)
	_, lines, _ := invoke(english, "audit", "list", "--json", "--database", file)
	if code != fine || !strings.Contains(en, "Z  program  version published  client-toxique/1\n") || !strings.Contains(fr, "Z  programme  version publiée  client-toxique/1\n") {
		t.Errorf("exit code %d\n%s%s", code, en, fr)
	}
	chain := audit.NewChain("")
	for line := range strings.Lines(lines) {
		var e audit.Entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if err := chain.Add(e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
	}
	if sound, err := chain.End(); err != nil || sound.Entries != int64(strings.Count(en, "\n")) {
		t.Errorf("%+v, %v", sound, err)
	}
}

func TestAnActionOfALaterProgramIsListedByItsCode(t *testing.T) {
	file := stockedFile(t)
	tamper(t, file, `INSERT INTO audit_entries SELECT seq + 1, at, 'somebody', 'cohort.closed', 'cohort/7', '{}', hash, hash
		FROM audit_entries ORDER BY seq DESC LIMIT 1`)
	if code, out, _ := invoke(french, "audit", "list", "--database", file); code != fine || !strings.HasSuffix(out, "  somebody  cohort.closed  cohort/7\n") {
		t.Errorf("exit code %d, %s", code, out)
	}
}
