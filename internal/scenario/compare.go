package scenario

import (
	"slices"
	"strings"
)

// compare holds a translation against the source: the same conditions in the same blocks, the same points cited.
// Blocks that are missing have been reported already.
func (t *textReader) compare(source *textReader) {
	for path, ours := range t.blocks {
		theirs, ok := source.blocks[path]
		if !ok || slices.Contains(theirs.conditions, nil) || slices.Contains(ours.conditions, nil) {
			continue
		}
		if !slices.EqualFunc(theirs.conditions, ours.conditions, sameCondition) {
			t.add(ours.at, ruleConditionsDiffer, source.file, said(theirs.conditions), said(ours.conditions))
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
