package scenario

import (
	"slices"
	"strconv"
)

var relations = map[string]relation{
	"==": equal, "!=": notEqual, "<": less, "<=": lessEqual, ">": greater, ">=": greaterEqual,
}

// alone compiles a term that stands by itself: it has to be a flag.
func (c *compiler) alone(t token) {
	if t.kind == tokInt {
		c.fail(t.column, ruleConditionNumber, t.text)
		return
	}
	s, ok := c.name(t)
	switch {
	case !ok:
	case s.Kind == GaugeName:
		c.fail(t.column, ruleGaugeAlone, t.text)
	case s.Kind == TruthName:
		c.fail(t.column, ruleTruthAlone, t.text, s.Values[0])
	case s.Kind == ScoreName:
		c.fail(t.column, ruleScoreCompared)
	default:
		c.emit(op{code: opCompare, rel: equal, left: int16(s.Index), right: 1, rightConst: true})
	}
}

// compare compiles left rel right: a truth with one of its values, two flags, or gauges and at most one integer.
func (c *compiler) compare(left, rel, right token) {
	if left.kind == tokInt && right.kind == tokInt {
		c.fail(left.column, ruleConditionConstant, left.text, right.text)
		return
	}
	if c.isTruth(left) {
		c.compareTruth(left, rel, right)
		return
	}
	if c.isTruth(right) {
		c.compareTruth(right, rel, left)
		return
	}
	if c.isScore(left) || c.isScore(right) {
		c.compareScore(left, relations[rel.text], right)
		return
	}
	o := op{code: opCompare, rel: relations[rel.text]}
	var leftKind, rightKind SymbolKind
	o.left, o.leftConst, leftKind = c.operand(left)
	o.right, o.rightConst, rightKind = c.operand(right)
	switch {
	case c.err != nil:
	case leftKind != rightKind:
		flag, other := left, right
		if rightKind == FlagName {
			flag, other = right, left
		}
		c.fail(flag.column, ruleFlagCompared, flag.text, other.text)
	case leftKind == FlagName && o.rel != equal && o.rel != notEqual:
		c.fail(rel.column, ruleFlagOrdered, left.text, rel.text)
	default:
		c.emit(o)
	}
}

// operand resolves a name or a number; a number counts as a gauge that never moves.
func (c *compiler) operand(t token) (value int16, constant bool, kind SymbolKind) {
	if t.kind == tokInt {
		n, err := strconv.Atoi(t.text)
		if err != nil || n < -MaxGauge || n > MaxGauge {
			c.fail(t.column, ruleConditionBig, t.text, MaxGauge)
		}
		return int16(n), true, GaugeName
	}
	s, _ := c.name(t)
	return int16(s.Index), false, s.Kind
}

func (c *compiler) compareTruth(truth, rel, value token) {
	s := c.names[truth.text]
	if rel.text != "==" && rel.text != "!=" {
		c.fail(rel.column, ruleTruthOrdered, truth.text, rel.text)
		return
	}
	i := slices.Index(s.Values, value.text)
	if i < 0 {
		c.fail(value.column, ruleTruthValue, value.text, truth.text, hint{value.text, s.Values})
		return
	}
	c.out.onTruth = true
	c.emit(op{code: opTruth, rel: relations[rel.text], left: int16(s.Index), right: int16(i)})
}

func (c *compiler) isTruth(t token) bool {
	return t.kind == tokName && c.names[t.text].Kind == TruthName
}

func (c *compiler) name(t token) (Symbol, bool) {
	s, ok := c.names[t.text]
	if !ok {
		c.fail(t.column, ruleConditionName, t.text, hint{t.text, c.names.list()})
	}
	return s, ok
}
