package scenario

import (
	"math"
	"slices"
	"strconv"
)

// Claim is a condition that a walkthrough expects to hold. Unlike a `when` it may name the score, which is no whole
// number: a score within a billionth of the number that it is compared with counts as equal to it.
type Claim struct {
	Place
	Names []string // of gauges, flags and truths that it speaks of, and score, each once, as written
	when  *Condition
}

const (
	scoreName   = "score"
	maxScore    = 100
	scoreMargin = 1e-9
)

// claimNames are the names that a claim may use. A gauge or flag that the author called `score` keeps its name.
func (s *Scenario) claimNames() Names {
	names := s.Names()
	if _, taken := names[scoreName]; !taken {
		names[scoreName] = Symbol{Kind: ScoreName}
	}
	return names
}

func newClaim(when *Condition, at Place, names Names) Claim {
	c := Claim{Place: at, when: when}
	for _, t := range lex(when.Source) {
		if _, ok := names[t.text]; ok && t.kind == tokName && !slices.Contains(c.Names, t.text) {
			c.Names = append(c.Names, t.text)
		}
	}
	return c
}

// Source is the claim as written.
func (c *Claim) Source() string { return c.when.Source }

// OnScore reports whether the claim depends on the score.
func (c *Claim) OnScore() bool {
	return slices.ContainsFunc(c.when.ops, func(o op) bool { return o.code == opScore })
}

// Holds evaluates the claim; one that does not depend on the score takes any.
func (c *Claim) Holds(v *Vars, w World, score float64) bool {
	if !c.OnScore() {
		return c.when.Holds(v, w)
	}
	// Comparisons of the score become comparisons of constants, which the machine of conditions knows.
	given := Condition{ops: slices.Clone(c.when.ops)}
	for i, o := range given.ops {
		if o.code == opScore {
			given.ops[i] = op{code: opCompare, rel: o.rel, leftConst: true, rightConst: true, left: side(score, o.right)}
		}
	}
	return given.Holds(v, w)
}

// side is where a score lies: -1 below, 0 at, 1 above.
func side(score float64, of int16) int16 {
	switch d := score - float64(of); {
	case math.Abs(d) <= scoreMargin:
		return 0
	case d < 0:
		return -1
	default:
		return 1
	}
}

func (c *compiler) isScore(t token) bool {
	return t.kind == tokName && c.names[t.text].Kind == ScoreName
}

// compareScore compiles score rel number, or number rel score.
func (c *compiler) compareScore(left token, rel relation, right token) {
	if c.isScore(right) {
		left, rel, right = right, mirrored[rel], left
	}
	n, err := strconv.Atoi(right.text)
	if right.kind != tokInt || err != nil || n < 0 || n > maxScore {
		c.fail(left.column, ruleScoreCompared)
		return
	}
	c.emit(op{code: opScore, rel: rel, right: int16(n)})
}

// mirrored says of each relation what holds with its sides exchanged.
var mirrored = [...]relation{
	equal: equal, notEqual: notEqual, less: greater, lessEqual: greaterEqual, greater: less, greaterEqual: lessEqual,
}
