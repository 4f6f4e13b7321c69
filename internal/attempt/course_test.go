package attempt

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"casebook/internal/library"
	"casebook/internal/scoring"
)

func TestACourseSaysWhatTheDebriefDoes(t *testing.T) {
	missed := 0
	shipped(t, func(t *testing.T, v *library.Version) {
		chance := rand.New(rand.NewPCG(7, 9))
		for range 50 {
			at := played(t, v, chance, forever)
			j, err := judge(v, at.h)
			if err != nil {
				t.Fatal(err)
			}
			missing, steps, ok := at.Summary.Course.Read(nil)
			if !ok || len(steps) != at.Step() {
				t.Fatalf("the course of %d steps says %d, %v", at.Step(), len(steps), ok)
			}
			var ids []string
			for _, m := range missing {
				ids = append(ids, v.Scenario.Must[m].ID)
			}
			if missed += len(ids); !slices.Equal(ids, j.result.MustMissing) {
				t.Errorf("misses %q, want %q", ids, j.result.MustMissing)
			}
			for i, s := range steps {
				d, m := at.Decisions[i], j.result.Moves[i]
				if s.Took != min(d.Took, time.Hour).Round(time.Second) || s.Confidence != d.Confidence ||
					math.Abs(s.Stake-m.Stake) > .0005 || m.Stake > 0 && math.Abs(s.Regret-m.Regret) > .0005 {
					t.Errorf("step %d is %+v, want %+v after %s", i, s, m, d.Took)
				}
			}
		}
	})
	if missed == 0 {
		t.Error("nobody has missed a thing")
	}
}

func TestACourseIsReadAsItWasWritten(t *testing.T) {
	ds := []Decision{{Took: 1400 * time.Millisecond, Confidence: 3}, {Took: 40 * time.Hour}, {Confidence: 1}}
	c := courseOf([]int{0, 200}, ds, []scoring.Move{{Stake: 9, Regret: 5}, {Stake: 1. / 3, Regret: 0}})
	missing, steps, ok := c.Read(nil)
	want := []Weighed{{time.Second, 3, 9, 5}, {time.Hour, 0, .333, 0}, {0, 1, 0, 0}}
	if !ok || !slices.Equal(missing, []int{0, 200}) || !reflect.DeepEqual(steps, want) {
		t.Errorf("read %v, %+v, %v", missing, steps, ok)
	}
	if _, steps, ok := courseOf(nil, nil, nil).Read(nil); !ok || len(steps) != 0 {
		t.Errorf("one without a step: %v, %v", steps, ok)
	}
}

func TestADamagedCourseSaysSo(t *testing.T) {
	for what, c := range map[string]Course{
		"none": "", "no end to a number": "\x80", "fewer musts than it says": "\x02\x00", "a step without a stake": "\x00\x04",
		"a stake without what was lost": "\x00\x04\x05", "more lost than was at stake": "\x00\x04\x05\x06",
		"more than an hour": "\x00\xff\xff\x7f\x00", "more musts than there is room for": "\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
	} {
		if _, steps, ok := c.Read(nil); ok {
			t.Errorf("%s: %q says %v", what, string(c), steps)
		}
	}
}

func FuzzCourse(f *testing.F) {
	f.Add("\x00")
	f.Add("\x01\x07\x04\x05\x01")
	f.Fuzz(func(t *testing.T, text string) {
		missing, steps, ok := Course(text).Read(nil)
		if !ok {
			return
		}
		var ds []Decision
		var moves []scoring.Move
		for _, s := range steps {
			ds = append(ds, Decision{Took: s.Took, Confidence: s.Confidence})
			moves = append(moves, scoring.Move{Stake: s.Stake, Regret: s.Regret})
		}
		again, same, ok := courseOf(missing, ds, moves).Read(nil)
		if !ok || !slices.Equal(again, missing) || !reflect.DeepEqual(same, steps) {
			t.Errorf("%q says %v, %+v; then %v, %+v, %v", text, missing, steps, again, same, ok)
		}
	})
}
