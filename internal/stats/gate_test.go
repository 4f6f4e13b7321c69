package stats

import "testing"

func TestGates(t *testing.T) {
	w := read[struct{ N []int }, struct {
		Dead    int `json:"first_n_flagging_zero_picks"`
		Verdict int `json:"r_rest_verdict_possible_from_n_at_r=.30"`
	}](t, "display.gates")
	for i, want := range []Gate{Counts, Values, Values, Verdicts} {
		if got := GateOf(w.Input.N[i]); got != want {
			t.Errorf("of %d: %v, want %v", w.Input.N[i], got, want)
		}
	}
	n := 1
	for !dead(t, n) {
		n++
	}
	if n != w.Output.Dead {
		t.Errorf("a choice is dead from %d, want %d", n, w.Output.Dead)
	}
	n = 1
	for (Estimate{n, .3, FisherZ(.3, n)}).Verdict(0) != Above {
		n++
	}
	if n != w.Output.Verdict {
		t.Errorf("a verdict from %d, want %d", n, w.Output.Verdict)
	}
}

// dead tells whether a choice is when nobody took it and n took the best one.
func dead(t *testing.T, n int) bool {
	t.Helper()
	list, _, ok := Distractors([]int{n, 0}, []bool{true, false})
	return ok && list[0].Dead
}

func TestVerdictNeedsPeopleAndAnIntervalBesideTheThreshold(t *testing.T) {
	for _, c := range []struct {
		name string
		e    Estimate
		want Verdict
	}{
		{"too few", Estimate{29, .5, Interval{.4, .6}}, Open},
		{"the interval holds it", Estimate{30, .5, Interval{.2, .6}}, Open},
		{"the interval ends on it", Estimate{30, .5, Interval{.3, .6}}, Open},
		{"the interval begins below and ends on it", Estimate{30, .2, Interval{.1, .3}}, Open},
		{"above", Estimate{30, .5, Interval{.4, .6}}, Above},
		{"below", Estimate{30, .1, Interval{0, .2}}, Below},
	} {
		if got := c.e.Verdict(.3); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
