package scenario

import (
	"slices"
	"strings"
)

// compare holds a translation against the source: the same blocks with the same conditions, as many entries in each
// exhibit, the same points cited. Blocks that every text needs have been reported already.
func (t *textReader) compare(source *textReader) {
	for path, ours := range t.blocks {
		theirs, ok := source.blocks[path]
		if ok && ours.entries != theirs.entries {
			t.add(ours.at, ruleTranslationCount, theirs.entries, source.file, ours.entries)
		}
		if !ok || slices.Contains(theirs.conditions, nil) || slices.Contains(ours.conditions, nil) {
			continue
		}
		if !slices.EqualFunc(theirs.conditions, ours.conditions, sameCondition) {
			t.add(ours.at, ruleConditionsDiffer, source.file, said(theirs.conditions), said(ours.conditions))
		}
	}
	for e := range source.extras {
		if parent := t.blocks[e.parent]; parent != nil && !t.extras[e] {
			t.add(parent.at, ruleMissingBlock, e.heading)
		}
	}
	for path, ours := range t.points {
		theirs, ok := source.points[path]
		if ok && !slices.Equal(slices.Sorted(slices.Values(theirs)), slices.Sorted(slices.Values(ours))) {
			t.add(t.blocks[path].at, ruleCitationsDiffer, source.file, strings.Join(theirs, ", "), strings.Join(ours, ", "))
		}
	}
}

func sameCondition(a, b *Condition) bool { return slices.Equal(a.ops, b.ops) }

// said lists conditions as written, for a message.
func said(conditions []*Condition) string {
	if len(conditions) == 0 {
		return "—"
	}
	words := make([]string, len(conditions))
	for i, c := range conditions {
		words[i] = "`" + c.Source + "`"
	}
	return strings.Join(words, ", ")
}
