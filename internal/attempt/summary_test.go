package attempt

import (
	"math/rand/v2"
	"slices"
	"testing"

	"casebook/internal/library"
	"casebook/internal/scoring"
)

func TestACompletedAttemptIsSummedUpAsItsDebriefJudgesIt(t *testing.T) {
	capped := 0
	shipped(t, func(t *testing.T, v *library.Version) {
		chance := rand.New(rand.NewPCG(3, 4))
		for range 100 {
			at := played(t, v, chance, forever)
			j, err := judge(v, at.h)
			if err != nil {
				t.Fatal(err)
			}
			s := at.Summary
			if s.Attempt != at.ID || s.Account != at.Account || s.Scenario != v.Ref || s.Status != Completed ||
				!s.EndedAt.Equal(at.EndedAt) || s.Steps != at.Step() || v.Scenario.Nodes[s.Node].ID != j.result.Ending {
				t.Fatalf("summed up as %+v", s)
			}
			if !s.Scored || s.Score != *j.result.Score || s.Capped != *j.result.Capped {
				t.Fatalf("scored %v, %v under the ceiling; want %v, %v", s.Score, s.Capped, *j.result.Score, *j.result.Capped)
			}
			if s.Capped < s.Score {
				capped++
			}
			shownAs(t, s.Profile, len(v.Scenario.Competencies), j.result.Profile)
		}
	})
	if capped == 0 {
		t.Error("no score met its ceiling")
	}
}

func shownAs(t *testing.T, p Profile, competencies int, want []scoring.Competency) {
	t.Helper()
	list, ok := p.Competencies(nil)
	if !ok || len(list) != competencies {
		t.Fatalf("profile %x says %v, %v", p, list, ok)
	}
	for _, c := range want {
		if got := list[c.Competency]; got != (Shown{c.Attained, c.Range}) {
			t.Fatalf("competency %d shows %+v, want %+v", c.Competency, got, c)
		}
		list[c.Competency] = Shown{}
	}
	if slices.ContainsFunc(list, func(s Shown) bool { return s != Shown{} }) {
		t.Fatalf("shown though it was not in play: %v", list)
	}
}

func TestAnAttemptThatIsGivenUpHasAPathAndNoScore(t *testing.T) {
	shipped(t, func(t *testing.T, v *library.Version) {
		at := played(t, v, rand.New(rand.NewPCG(5, 6)), 2)
		if err := at.abandon(2, evening); err != nil {
			t.Fatal(err)
		}
		s := at.Summary
		if s.Status != Abandoned || s.Scored || s.Score != 0 || s.Profile != "" || s.Path.Len() != 2 || s.Node != int(at.h.End.State.Node) {
			t.Errorf("summed up as %+v", s)
		}
	})
}

func TestACaseTooLargeToBeValuedHasAWidePathAndNoScore(t *testing.T) {
	v := chest(t)
	s := played(t, v, rand.New(rand.NewPCG(7, 8)), forever).Summary
	if s.Status != Completed || s.Scored || s.Profile != "" || !s.Path.Wide || s.Path.Len() != s.Steps || s.Steps == 0 {
		t.Errorf("summed up as %+v", s)
	}
	if at, made, ok := s.Path.Move(nil, s.Steps-1); !ok || at.Node != 0 || made != 0 {
		t.Errorf("its last move says %d in %+v, %v", made, at, ok)
	}
}

func TestADamagedProfileSaysSo(t *testing.T) {
	for _, p := range []Profile{"\x01", "\x02\x01", "\x00\x80", "\x80"} {
		if list, ok := p.Competencies(nil); ok {
			t.Errorf("%x says %v", string(p), list)
		}
	}
}
