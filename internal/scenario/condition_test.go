package scenario_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/expr-lang/expr"

	"casebook/internal/scenario"
)

// names: gauges a b lea.moral, flags f g h, a truth of three values.
var names = scenario.Names{
	"a": {Kind: scenario.GaugeName, Index: 0}, "b": {Kind: scenario.GaugeName, Index: 1},
	"lea.moral": {Kind: scenario.GaugeName, Index: 2},
	"f":         {Kind: scenario.FlagName, Index: 3}, "g": {Kind: scenario.FlagName, Index: 4}, "h": {Kind: scenario.FlagName, Index: 5},
	"t": {Kind: scenario.TruthName, Index: 0, Values: []string{"red", "blue", "9"}},
}

func compile(t testing.TB, src string) *scenario.Condition {
	t.Helper()
	c, err := scenario.Compile(src, names)
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	return c
}

func TestConditions(t *testing.T) {
	v := &scenario.Vars{3, 5, -2, 1, 0, 1}
	for src, want := range map[string]bool{
		"f": true, "g": false, "not g": true, "non non f": true,
		"a >= 3": true, "3 <= a": true, "a > b": false, "a != b": true, "lea.moral == -2": true, "lea.moral<0": true,
		"f and g": false, "f et non g": true, "g or f": true, "g ou g": false,
		"f == h": true, "f != h": false,
		"g and g or f": true, "f or g and g": true, "(f or g) and g": false, "not (f and g)": true, "not f and g": false,
		"t == blue": true, "t != blue": false, "red == t": false, "t != red and f": true, "t == 9": false,
		" ( ( f ) ) ": true,
	} {
		if got := compile(t, src).Holds(v, scenario.World{1}); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
	var none *scenario.Condition
	if !none.Holds(v, scenario.World{}) || none.OnTruth() {
		t.Error("no condition holds always, and depends on nothing")
	}
	if !compile(t, "f or t == red").OnTruth() || compile(t, "f").OnTruth() {
		t.Error("a condition knows whether it depends on a truth")
	}
}

func TestConditionErrorsPointAtTheLetter(t *testing.T) {
	for _, c := range []struct {
		src    string
		code   string
		column int
	}{
		{"", "S103", 1},
		{"f and", "S103", 6},
		{"(f", "S103", 3},
		{"f)", "S104", 2},
		{"f g", "S104", 3},
		{"a < b < 3", "S104", 7},
		{"and f", "S104", 1},
		{"f && g", "S105", 3},
		{"!f", "S105", 1},
		{"a = 3", "S106", 3},
		{"a + 1 > 2", "S107", 3},
		{"a > 1.5", "S107", 5},
		{"a > 3d", "S107", 5},
		{"é and f", "S102", 1},
		{"f and fo", "S102", 7},
		{"true", "S102", 1},
		{"a", "S111", 1},
		{"not a", "S111", 5},
		{"7", "S108", 1},
		{"7 == 7", "S109", 1},
		{"a == 99999999999999999999", "S110", 6},
		{"f == 1", "S112", 1},
		{"1 == f", "S112", 6},
		{"a == f", "S112", 6},
		{"f > g", "S113", 3},
		{"t", "S114", 1},
		{"t > red", "S115", 3},
		{"t == green", "S116", 6},
		{"t == t", "S116", 6},
		{"t == a", "S116", 6},
		{strings.Repeat("(", 17) + "f" + strings.Repeat(")", 17), "S101", 17},
		{strings.Repeat("not ", 17) + "f", "S101", 65},
		{strings.Repeat("f or ", 40) + "f", "S100", 201},
	} {
		_, err := scenario.Compile(c.src, names)
		if err == nil || err.Rule.Code != c.code || err.Column != c.column {
			t.Errorf("%q: %+v", c.src, err)
			continue
		}
		if text := err.Text(); strings.Contains(text.FR+text.EN, "%!") {
			t.Errorf("badly said: %v", text)
		}
	}
	if _, err := scenario.Compile("lea.morale > 3", names); !strings.Contains(err.Text().EN, "Did you mean `lea.moral`?") {
		t.Errorf("a slip is answered with what was meant: %s", err.Text().EN)
	}
}

// TestConditionsAgreeWithAnotherLanguage compares random conditions with expr-lang/expr, over the grammar that both share.
func TestConditionsAgreeWithAnotherLanguage(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		src := randomCondition(r, 4)
		if len(src) > 200 {
			continue
		}
		ours := compile(t, src)
		v := scenario.Vars{}
		env := map[string]any{"lea": map[string]any{}}
		for i, name := range []string{"a", "b", "lea.moral"} {
			v[i] = int16(r.IntN(7) - 3)
			env[name] = int(v[i])
		}
		env["lea"].(map[string]any)["moral"] = int(v[2])
		for i, name := range []string{"f", "g", "h"} {
			v[3+i] = int16(r.IntN(2))
			env[name] = v[3+i] == 1
		}
		theirs, err := expr.Eval(src, env)
		if err != nil {
			t.Fatalf("%q: %v", src, err)
		}
		if got := ours.Holds(&v, scenario.World{}); got != theirs {
			t.Errorf("%q with %v: we say %v, they say %v", src, env, got, theirs)
		}
	}
}

func randomCondition(r *rand.Rand, depth int) string {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	gauge := func() string { return pick("a", "b", "lea.moral") }
	switch n := r.IntN(8); {
	case depth == 0 || n == 0:
		return pick("f", "g", "h")
	case n == 1:
		return fmt.Sprintf("%s %s %d", gauge(), pick(">=", "<=", ">", "<", "==", "!="), r.IntN(7)-3)
	case n == 2:
		return fmt.Sprintf("%s %s %s", gauge(), pick(">=", "<=", ">", "<", "==", "!="), gauge())
	case n == 3:
		return fmt.Sprintf("%s %s %s", pick("f", "g"), pick("==", "!="), pick("g", "h"))
	case n == 4:
		return "not (" + randomCondition(r, depth-1) + ")"
	case n == 5:
		return "(" + randomCondition(r, depth-1) + ")"
	default:
		return randomCondition(r, depth-1) + pick(" and ", " or ") + randomCondition(r, depth-1)
	}
}

func BenchmarkHolds(b *testing.B) {
	c := compile(b, "f and (g or lea.moral >= 4) and t != red")
	v := &scenario.Vars{3, 5, 7, 1, 0, 1}
	b.ReportAllocs()
	for b.Loop() {
		if !c.Holds(v, scenario.World{1}) {
			b.Fatal("it holds")
		}
	}
}

func FuzzCompile(f *testing.F) {
	for _, src := range []string{
		"f", "not (f and g) or a >= -3", "lea.moral < b et non t == red", "t == 9", "((", "a = 3", "é ou 3d", "f && !g", "f == h",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		c, err := scenario.Compile(src, names)
		if err != nil {
			if c != nil || err.Column < 1 || !strings.Contains(src, "%") && strings.Contains(err.Text().FR+err.Text().EN, "%!") {
				t.Errorf("badly refused: %+v %s", err, err.Text().EN)
			}
			return
		}
		v := &scenario.Vars{3, 5, -2, 1, 0, 1}
		opposite, err := scenario.Compile("not ("+src+")", names)
		if err == nil && c.Holds(v, scenario.World{1}) == opposite.Holds(v, scenario.World{1}) {
			t.Errorf("%q and its opposite agree", src)
		}
	})
}
