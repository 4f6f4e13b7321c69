package scenario

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of a condition. The depth keeps the stack of Holds within a word.
const (
	maxCondition      = 200 // characters
	maxConditionDepth = 16
)

// ConditionError says what is wrong with a condition, and at which of its letters (counted from 1).
type ConditionError struct {
	Column int
	Rule   *Rule
	args   []any
}

func (e *ConditionError) Error() string { return e.Rule.Code + ": " + e.Text().EN }

// Compile reads a condition whose names are all among names. Its keywords are English or French: and, or, not; et, ou, non.
func Compile(src string, names Names) (*Condition, *ConditionError) {
	if utf8.RuneCountInString(src) > maxCondition {
		return nil, &ConditionError{maxCondition + 1, ruleConditionLong, []any{maxCondition}}
	}
	c := &compiler{tokens: lex(src), names: names, out: Condition{Source: strings.TrimSpace(src)}}
	c.or()
	if c.err == nil && c.tok().kind != tokEnd {
		c.unexpected()
	}
	if c.err != nil {
		return nil, c.err
	}
	return &c.out, nil
}

// compiler descends through the grammar and writes the condition's instructions as it goes. After a first error it
// moves no further.
type compiler struct {
	tokens []token
	at     int
	depth  int
	names  Names
	out    Condition
	err    *ConditionError
}

func (c *compiler) tok() token { return c.tokens[c.at] }

func (c *compiler) take(kind tokenKind) bool {
	if c.err != nil || c.tok().kind != kind {
		return false
	}
	c.at++
	return true
}

func (c *compiler) fail(column int, rule *Rule, args ...any) {
	if c.err == nil {
		c.err = &ConditionError{column, rule, args}
	}
}

func (c *compiler) emit(o op) { c.out.ops = append(c.out.ops, o) }

func (c *compiler) or() {
	c.and()
	for c.take(tokOr) {
		c.and()
		c.emit(op{code: opOr})
	}
}

func (c *compiler) and() {
	c.not()
	for c.take(tokAnd) {
		c.not()
		c.emit(op{code: opAnd})
	}
}

func (c *compiler) not() {
	if c.tok().kind != tokNot {
		c.comparison()
		return
	}
	if c.enter() {
		c.at++
		c.not()
		c.emit(op{code: opNot})
		c.depth--
	}
}

func (c *compiler) enter() bool {
	if c.depth == maxConditionDepth {
		c.fail(c.tok().column, ruleConditionDeep, maxConditionDepth)
	}
	c.depth++
	return c.err == nil
}

func (c *compiler) comparison() {
	if c.tok().kind == tokOpen {
		c.group()
		return
	}
	left, ok := c.term()
	if !ok {
		return
	}
	relation := c.tok()
	if relation.kind == tokBad {
		c.unexpected()
		return
	}
	if !c.take(tokRelation) {
		c.alone(left)
		return
	}
	if right, ok := c.term(); ok {
		c.compare(left, relation, right)
	}
}

func (c *compiler) group() {
	if !c.enter() {
		return
	}
	c.at++
	c.or()
	if !c.take(tokClose) {
		c.unexpected()
	}
	c.depth--
}

func (c *compiler) term() (token, bool) {
	t := c.tok()
	if c.take(tokName) || c.take(tokInt) {
		return t, true
	}
	c.unexpected()
	return t, false
}

// unexpected refuses the current token, with a cure for what other languages would have written.
func (c *compiler) unexpected() {
	t := c.tok()
	switch {
	case t.kind == tokEnd:
		c.fail(t.column, ruleConditionEnd)
	case t.kind == tokBad && slices.Contains([]string{"&&", "&", "||", "|", "!"}, t.text):
		c.fail(t.column, ruleConditionWords, t.text)
	case t.text == "=":
		c.fail(t.column, ruleConditionEquals)
	case t.kind == tokBad:
		c.fail(t.column, ruleConditionArithmetic, t.text)
	default:
		c.fail(t.column, ruleConditionUnexpected, t.text)
	}
}
