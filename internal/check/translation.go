package check

import (
	"fmt"
	"slices"

	"casebook/internal/scenario"
)

// A translation that its source has left behind.
var (
	ruleStale = rule("L19", Error,
		"La source de `%s` (%s) a changé depuis la traduction. Relisez celle-ci, puis lancez `casebook i18n --write`, avec `--accept %[1]s` si elle reste juste.",
		"The source of `%s` (%s) has changed since it was translated. Read the translation again, then run `casebook i18n --write`, with `--accept %[1]s` if it is still right.")
	ruleUnmarked = rule("L19", Error,
		"Personne n’a dit que `%s` et sa source (%s) disent la même chose. Relisez les deux, puis lancez `casebook i18n --write`.",
		"Nobody has said that `%s` and its source (%s) say the same. Read both, then run `casebook i18n --write`.")
	ruleNoLock = rule("L25", Info,
		"Sans `i18n.lock`, une traduction dépassée ne se remarque pas. Lancez `casebook i18n --write` une fois que les deux langues disent la même chose.",
		"Without `i18n.lock` nobody notices a stale translation. Run `casebook i18n --write` once both languages say the same.")
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
		at := scenario.Place{File: fmt.Sprintf("text.%s.md", u.Lang), Line: u.Line, Column: 1}
		source := fmt.Sprintf("text.%s.md:%d", u.From, u.Source)
		switch u.State {
		case scenario.Stale:
			c.add(subject{at: at}, ruleStale, u.Path, source)
		case scenario.Changed, scenario.Unmarked:
			c.add(subject{at: at}, ruleUnmarked, u.Path, source)
		}
	}
}
