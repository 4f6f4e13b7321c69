package scenario_test

import (
	"testing"

	"casebook/internal/scenario"
)

func TestANegatedConditionHoldsWhereTheOtherDoesNot(t *testing.T) {
	for _, src := range []string{"f", "a >= 3 and not g", "g or a < b", "t == red"} {
		c := compile(t, src)
		not := c.Negated()
		if not.Source != "not ("+src+")" || not.OnTruth() != c.OnTruth() {
			t.Errorf("%q became %q", src, not.Source)
		}
		for _, v := range []scenario.Vars{{}, {3, 5, 0, 1}, {5, 3, 0, 0, 1}} {
			for w := range uint8(2) {
				if world := (scenario.World{w}); c.Holds(&v, world) == not.Holds(&v, world) {
					t.Errorf("%q and its negation agree on %v", src, v[:6])
				}
			}
		}
	}
}
