package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
)

// victim names what a copy of the test's program does until it is killed.
const victim = "CASEBOOK_TEST_VICTIM"

func TestMain(m *testing.M) {
	if what := os.Getenv(victim); what != "" {
		die(what)
	}
	os.Exit(m.Run())
}

// die does what a victim does. It says on standard output how far it is.
func die(what string) {
	ctx := context.Background()
	var err error
	switch what {
	case "decide":
		err = decideForever(ctx, os.Args[1], uuid.MustParse(os.Args[2]), uuid.MustParse(os.Args[3]))
	case "migrate":
		fmt.Println("begun")
		_, err = migrated(ctx, os.Args[1], next(slowly))
	}
	fmt.Println("end", err)
	os.Exit(0)
}

// doomed starts a victim. Its lines come one by one; kill ends it as a power cut would end its program.
func doomed(t *testing.T, what string, args ...string) (lines *bufio.Scanner, kill func()) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), victim+"="+what)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewScanner(out), func() {
		_ = cmd.Process.Kill() // it may have come to its end
		_ = cmd.Wait()
	}
}

func decideForever(ctx context.Context, address string, owner, id uuid.UUID) error {
	s, err := Open(ctx, address, Options{Now: atNoon})
	if err != nil {
		return err
	}
	for {
		a, err := s.ChangeAttempt(ctx, owner, id, func(a *attempt.Attempt) error {
			decide(a, "wait")
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Println(a.Step())
	}
}

func TestAnAcknowledgedDecisionOutlivesItsProgram(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address, Options{Now: atNoon})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		owner := guest(t, s)
		id := begun(t, s, owner).ID
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for round := range 4 {
			lines, kill := doomed(t, "decide", address, owner.String(), id.String())
			acknowledged := 0
			for range 20 + 7*round {
				if !lines.Scan() {
					break
				}
				if acknowledged, err = strconv.Atoi(lines.Text()); err != nil {
					t.Fatal(lines.Text())
				}
			}
			kill()
			for lines.Scan() { // what it had still said
				if n, err := strconv.Atoi(lines.Text()); err == nil {
					acknowledged = n
				}
			}
			a, err := opened(t, address).Attempt(t.Context(), owner, id)
			if err != nil || acknowledged == 0 || a.Step() < acknowledged {
				t.Errorf("round %d: %d were acknowledged, %d are kept, %v", round, acknowledged, a.Step(), err)
			}
		}
	})
}

func TestAMigrationKilledHalfWayIsOldOrNew(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		owner := guest(t, s)
		for range 20 {
			begun(t, s, owner)
		}
		wholly := func() (done bool) {
			t.Helper()
			version, tables := schemaOf(t, s)
			attempts := count(t, s, "attempts")
			was := version == s.schema.newest && tables == 9 && attempts == 20
			is := version == 90000 && tables == 10 && attempts == 0
			if !was && !is {
				t.Fatalf("neither old nor new: schema %d, %d tables, %d attempts", version, tables, attempts)
			}
			return is
		}
		for round := range 6 {
			lines, kill := doomed(t, "migrate", address)
			if !lines.Scan() {
				t.Fatal("the victim did not begin")
			}
			time.Sleep(time.Duration(round*40) * time.Millisecond)
			kill()
			if wholly() {
				break
			}
		}
		if _, err := migrated(t.Context(), address, next(slowly)); err != nil {
			t.Fatal(err)
		}
		if !wholly() {
			t.Error("the migration was never run to its end")
		}
	})
}
