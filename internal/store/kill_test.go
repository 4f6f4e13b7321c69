package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
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
		err = decideForever(ctx, os.Args[1], uuid.MustParse(os.Args[2]), os.Args[3:])
	case "migrate":
		fmt.Println("begun")
		_, err = migrated(ctx, os.Args[1], next(slowly))
	case "hold":
		err = hold(ctx, os.Args[1])
	case "restore":
		fmt.Println("begun")
		_, err = Restore(ctx, os.Args[1], os.Args[2], atNoon)
	}
	fmt.Println("end", err)
	os.Exit(0)
}

// doomed starts a victim, waits until it has said so many lines, gives it a moment more, kills it as a power cut
// would, and returns the lines that it said.
func doomed(t *testing.T, lines int, more time.Duration, what string, args ...string) (all []string) {
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
		all = append(all, said.Text())
		if len(all) == lines {
			time.Sleep(more)
			_ = cmd.Process.Kill() // it may have come to its end
		}
	}
	_ = cmd.Wait() // it was killed
	return all
}

// decideForever decides in each attempt as fast as it can, and says each decision that was acknowledged.
func decideForever(ctx context.Context, address string, owner uuid.UUID, ids []string) error {
	s, err := Open(ctx, address, Options{Now: atNoon})
	if err != nil {
		return err
	}
	ended := make(chan error)
	for _, id := range ids {
		go func() {
			for {
				a, err := s.ChangeAttempt(ctx, owner, uuid.MustParse(id), func(a *attempt.Attempt) error {
					decide(a, "wait")
					return nil
				})
				if err != nil {
					ended <- err
					return
				}
				fmt.Println(id, a.Step())
			}
		}()
	}
	return <-ended
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
		args := []string{address, owner.String()}
		for _, id := range several(t, s, owner, 32) {
			args = append(args, id.String())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for round, attempts := range []int{1, 32, 32} {
			acknowledged := map[string]int{}
			for _, line := range doomed(t, 50+1000*round, 0, "decide", args[:2+attempts]...) {
				var id string
				var step int
				if _, err := fmt.Sscan(line, &id, &step); err != nil {
					t.Fatalf("the victim said %q", line)
				}
				acknowledged[id] = max(acknowledged[id], step)
			}
			again := opened(t, address)
			for id, step := range acknowledged {
				a, err := again.Attempt(t.Context(), owner, uuid.MustParse(id))
				if err != nil || a.Step() < step {
					t.Errorf("round %d: %d were acknowledged, %d are kept, %v", round, step, a.Step(), err)
				}
			}
			if len(acknowledged) != attempts {
				t.Errorf("round %d: %d of %d attempts went on", round, len(acknowledged), attempts)
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
		_, before := schemaOf(t, s)
		wholly := func() (done bool) {
			t.Helper()
			version, tables := schemaOf(t, s)
			attempts := count(t, s, "attempts")
			was := version == s.schema.newest && tables == before && attempts == 20
			is := version == 90000 && tables == before+1 && attempts == 0
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
