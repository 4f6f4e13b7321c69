package check

import (
	"fmt"
	"slices"

	"casebook/internal/scenario"
)

// translations finds the blocks whose translation may no longer say what its source says.
func (c *checker) translations(units []scenario.Translation) {
	if !slices.ContainsFunc(units, func(u scenario.Translation) bool { return u.State != scenario.Unmarked }) {
		if len(units) > 0 {
			c.add(subject{at: scenario.Place{File: "i18n.lock", Line: 1, Column: 1}}, ruleNoLock)
		}
		return
	}
	for _, u := range units {
		at := scenario.Place{File: scenario.TextName(u.Lang), Line: u.Line, Column: 1}
		source := fmt.Sprintf("%s:%d", scenario.TextName(u.From), u.Source)
		switch u.State {
		case scenario.Stale:
			c.add(subject{at: at}, ruleStale, u.Path, source)
		case scenario.Changed, scenario.Unmarked:
			c.add(subject{at: at}, ruleUnmarked, u.Path, source)
		}
	}
}
