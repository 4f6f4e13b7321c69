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

// doomed starts a victim, waits until it has said so many lines, gives it a moment more, kills it as a power cut
// would, and returns the last line that it said.
func doomed(t *testing.T, lines int, more time.Duration, what string, args ...string) (last string) {
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
	said := bufio.NewScanner(out)
	for said.Scan() {
		last = said.Text()
		if lines--; lines == 0 {
			time.Sleep(more)
			_ = cmd.Process.Kill() // it may have come to its end
		}
	}
	_ = cmd.Wait() // it was killed
	return last
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
		for round := range 3 {
			said := doomed(t, 10+7*round, 0, "decide", address, owner.String(), id.String())
			acknowledged, err := strconv.Atoi(said)
			if err != nil {
				t.Fatalf("the victim said %q", said)
			}
			a, err := opened(t, address).Attempt(t.Context(), owner, id)
			if err != nil || a.Step() < acknowledged {
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
			doomed(t, 1, time.Duration(round*40)*time.Millisecond, "migrate", address)
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
