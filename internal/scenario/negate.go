package scenario

import "slices"

// Negated is the condition that holds where c does not.
func (c *Condition) Negated() *Condition {
	not := *c
	not.Source = "not (" + c.Source + ")"
	not.ops = append(slices.Clone(c.ops), op{code: opNot})
	return &not
}
