//go:build bench

package story

import (
	"fmt"
	"strings"
)

// Ink is the story of n nodes in ink.
func Ink(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "VAR trust = %d\nVAR warned = false\n-> n0\n", Trust)
	for i := range n {
		node := At(i, n)
		next := place(i+1, n)
		fmt.Fprintf(&b, `
=== n%d ===
The client has read the draft of day %d and calls before nine.
+ [Hold your ground]
  ~ trust = MAX(trust - 1, 0)
  -> %s
+ [Ask what worries him]
  ~ trust = MIN(trust + 1, %d)
  ~ warned = true
  -> %s
+ { trust >= %d or warned } [Redo the third page]
  { trust >= %d:
    -> %s
  - else:
    -> %s
  }
`, i, i, next, Most, next, node.Need, node.Much, place(node.Leap, n), next)
	}
	b.WriteString("\n=== end ===\nThe launch takes place.\n-> END\n")
	return b.String()
}
