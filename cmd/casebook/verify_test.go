package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
)

// madeUp fills a database with attempts of all the cases that ship.
func madeUp(t *testing.T, address string) {
	t.Helper()
	if code, _, errs := invoke(english, "demo", "crowd", "--database", address, "--people", "40", "--attempts", "5"); code != fine {
		t.Fatalf("exit code %d, %s", code, errs)
	}
}

// meddler changes a database behind the program's back.
type meddler struct {
	*testing.T
	db       *sql.DB
	isServer bool
}

func meddle(t *testing.T, address string) meddler {
	t.Helper()
	driver, isServer := "sqlite3", strings.HasPrefix(address, "postgres")
	if isServer {
		driver = "pgx"
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return meddler{t, db, isServer}
}

// bytes writes bytes, given in hexadecimal, as the database does.
func (m meddler) bytes(hex string) string {
	if m.isServer {
		return `'\x` + hex + `'::bytea`
	}
	return "x'" + hex + "'"
}

func (m meddler) key(id uuid.UUID) string {
	if m.isServer {
		return "'" + id.String() + "'"
	}
	return m.bytes(fmt.Sprintf("%x", id[:]))
}

func (m meddler) run(statement string) {
	m.Helper()
	r, err := m.db.ExecContext(m.Context(), statement)
	if err != nil {
		m.Fatalf("%s: %v", statement, err)
	}
	if n, _ := r.RowsAffected(); n == 0 && !strings.HasPrefix(statement, "ALTER") {
		m.Fatalf("%s changed nothing", statement)
	}
}

// completed are the attempts that came to an ending, after at least four moves and with a score above 0.
func (m meddler) completed() (ids []uuid.UUID) {
	m.Helper()
	rows, err := m.db.QueryContext(m.Context(), `SELECT attempt_id FROM summaries
		WHERE status = 'completed' AND steps >= 4 AND score > 1 ORDER BY attempt_id`)
	if err != nil {
		m.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			m.Fatal(err)
		}
		ids = append(ids, id)
	}
	if rows.Err() != nil {
		m.Fatal(rows.Err())
	}
	return ids
}

// told is a line of `casebook verify --json`.
type told struct {
	Attempt, What    string
	Step             *int
	Stored, Replayed string
	Differences      *int
	Touched          int
	Attempts         int
}

func verifyInJSON(t *testing.T, address string) (code int, lines []told, total told) {
	t.Helper()
	code, out, errs := invoke(english, "verify", "--json", "--database", address)
	d := json.NewDecoder(strings.NewReader(out))
	for d.More() {
		var line told
		if err := d.Decode(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 || lines[len(lines)-1].Differences == nil {
		t.Fatalf("exit code %d, %s%s", code, out, errs)
	}
	return code, lines[:len(lines)-1], lines[len(lines)-1]
}

func TestASoundDatabaseAgreesWithItsReplayAndEachDamageIsTold(t *testing.T) {
	eachDatabase(t, func(t *testing.T, address string) {
		madeUp(t, address)
		everythingAgrees(t, address)
		m := meddle(t, address)
		decision := func(step int, set string) string {
			return fmt.Sprintf("UPDATE decisions SET %s WHERE step = %d AND attempt_id = ", set, step)
		}
		summary := func(set string) string { return "UPDATE summaries SET " + set + " WHERE attempt_id = " }
		damages := []struct {
			statement string // the attempt's key follows
			want      string // what is told, and at which step
		}{
			{decision(1, "move = 19"), "refused 1"},
			{decision(1, "move = 300"), "lost 1"},
			{"DELETE FROM decisions WHERE step = 0 AND attempt_id = ", "lost 0"},
			{decision(2, "node = node + 1"), "node 2"},
			{decision(2, "visit = visit + 1"), "visit 2"},
			{decision(3, "offered = offered | 1073741824"), "offered 3"},
			{decision(3, "displayed = "+m.bytes("")), "displayed 3"},
			{decision(0, "draws = "+m.bytes("00000001")), "draws 0"},
			{"UPDATE attempts SET state = state || ' ' WHERE id = ", "state"},
			{"UPDATE attempts SET status = 'in_progress', ended_at = NULL WHERE id = ", "ended_at, state, status, summary_early"},
			{"UPDATE attempts SET status = 'abandoned' WHERE id = ", "status, summary_competencies, summary_course 0, summary_ending, summary_score"},
			{"UPDATE attempts SET ended_at = started_at WHERE id = ", "ended_at, summary_ending"},
			{"DELETE FROM summaries WHERE attempt_id = ", "summary_missing"},
			{summary("node = node + 1"), "summary_ending"},
			{summary("steps = steps + 1"), "summary_ending"},
			{summary("ended_us = ended_us + 1"), "summary_ending"},
			{summary("score = score - 1, capped = 0"), "summary_score"},
			{summary("capped = capped - 0.5"), "summary_score"},
			{summary("score = NULL, capped = NULL"), "summary_score"},
			{summary("profile = " + m.bytes("80")), "summary_competencies"},
			{summary("path = " + m.bytes("ffff")), "summary_path 0"},
			{summary("course = " + m.bytes("ff")), "summary_course"},
			{summary("scenario_version = 2"), "summary_origin"},
			{summary("account_id = attempt_id"), "summary_origin"},
		}
		ids, want := m.completed(), map[string]string{}
		for i, d := range damages {
			m.run(d.statement + m.key(ids[i]))
			want[ids[i].String()] = d.want
		}
		orphan := ids[len(damages)]
		if m.isServer {
			m.run("ALTER TABLE summaries DROP CONSTRAINT summaries_attempt_id_fkey")
		}
		m.run("DELETE FROM attempts WHERE id = " + m.key(orphan))
		want[orphan.String()] = "summary_orphaned"

		code, lines, total := verifyInJSON(t, address)
		got := map[string][]string{}
		for _, line := range lines {
			what := line.What
			if line.Step != nil {
				what += fmt.Sprintf(" %d", *line.Step)
			}
			got[line.Attempt] = append(got[line.Attempt], what)
		}
		for id, list := range got {
			if slices.Sort(list); strings.Join(list, ", ") != want[id] {
				t.Errorf("attempt %s: told %v, want %s", id, list, want[id])
			}
			delete(want, id)
		}
		if code != failed || len(want) > 0 || *total.Differences != len(lines) || total.Touched != len(got) || total.Attempts != 199 {
			t.Errorf("exit code %d, %+v; not told: %v", code, total, want)
		}
		theDamageIsSaidInSentences(t, address, lines)
	})
}

func everythingAgrees(t *testing.T, address string) {
	t.Helper()
	code, out, errs := invoke(english, "verify", "--database", address)
	if code != fine || !strings.HasPrefix(out, "Everything agrees. Attempts: 200. Decisions: ") || concluded(errs) != "" {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
	if code, lines, total := verifyInJSON(t, address); code != fine || len(lines) > 0 || *total.Differences != 0 || total.Attempts != 200 {
		t.Errorf("exit code %d, %+v, %+v", code, lines, total)
	}
}

// concluded is what is said but for how far it is, which a slow machine is told too.
func concluded(said string) (end string) {
	for line := range strings.Lines(said) {
		if !strings.HasPrefix(line, "… ") {
			end += line
		}
	}
	return end
}

func theDamageIsSaidInSentences(t *testing.T, address string, lines []told) {
	t.Helper()
	for lang, c := range map[string]struct {
		environment func(string) string
		end, node   string
	}{
		"en": {english, "Differences: %d. Attempts touched: %d, of 199.\n", "Attempt %s, step %d: the node differs. Stored: “%s”. Played again: “%s”."},
		"fr": {french, "Différences : %d. Parties touchées : %d, sur 199.\n", "Partie %s, étape %d : le nœud diffère. Enregistré : « %s ». Rejoué : « %s »."},
	} {
		code, out, errs := invoke(c.environment, "verify", "--database", address)
		plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
		out, errs = plain.Replace(out), concluded(plain.Replace(errs))
		sentences := strings.Split(strings.TrimSpace(out), "\n")
		touched := map[string]bool{}
		for i, line := range lines {
			touched[line.Attempt] = true
			if i >= len(sentences) || !strings.Contains(sentences[i], line.Attempt) || strings.Contains(sentences[i], "%!") {
				t.Fatalf("%s: %q says %+v", lang, sentences[min(i, len(sentences)-1)], line)
			}
			if line.What == string(attempt.OfNode) {
				if said := fmt.Sprintf(c.node, line.Attempt, *line.Step, line.Stored, line.Replayed); sentences[i] != said {
					t.Errorf("%q, want %q", sentences[i], said)
				}
			}
		}
		if want := fmt.Sprintf(c.end, len(lines), len(touched)); code != failed || errs != want || len(sentences) != len(lines) {
			t.Errorf("%s: exit code %d, %d sentences, %q, want %q", lang, code, len(sentences), errs, want)
		}
	}
}

func TestADatabaseThatIsPlayedInMeanwhileAgrees(t *testing.T) {
	s := start(t)
	stop, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		for p := s.guest(t); ; {
			select {
			case <-stop:
				return
			default:
				p.play(p.begin())
			}
		}
	}()
	for range 10 {
		if code, out, errs := invoke(english, "verify", "--database", s.database); code != fine {
			t.Errorf("exit code %d, %s%s", code, out, errs)
		}
	}
	close(stop)
	<-over
}

func TestAServerSumsUpWhatEndedBeforeThereWereSummaries(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	p.play(p.begin())
	p.begin()
	s.stop()
	tamper(t, s.database, "DELETE FROM summaries")
	code, out, _ := invoke(english, "verify", "--database", s.database)
	if code != failed || strings.Count(out, "\n") != 1 || !strings.Contains(out, "“casebook serve” makes them at start") {
		t.Fatalf("exit code %d, %s", code, out)
	}
	s = start(t, "--database", s.database)
	for late := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		code, out, errs := invoke(english, "verify", "--database", s.database)
		if code == fine {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("exit code %d, %s%s", code, out, errs)
		}
	}
}

func TestADatabaseThatIsNotMigratedIsNotVerified(t *testing.T) {
	file := stockedFile(t)
	tamper(t, file, "DELETE FROM casebook_schema WHERE version_id > 5")
	if code, out, errs := invoke(english, "verify", "--database", file); code != failed || out != "" || !strings.Contains(errs, "casebook migrate") {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
}
