//go:build bench

package story

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"
)

// Files is the folder of the case of n nodes.
func Files(n int) fs.FS {
	return fstest.MapFS{
		"scenario.yaml": {Data: []byte(structure(n))},
		"text.en.md":    {Data: []byte(prose(n))},
	}
}

func structure(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `format: scenario/1
id: story
rev: 1
lang: en
minutes: 20
level: 1
sources: [ballou4]
competencies: [diagnostic, verite]
state:
  trust: {start: %d, max: %d, shown: true}
flags: [warned]
value:
  evidence: 2
  endings: {end: 10}
  state: {trust: 1}
start: n0
nodes:
`, Trust, Most)
	for i := range n {
		node := At(i, n)
		fmt.Fprintf(&b, `  n%d:
    kind: decision
    choices:
      push: {set: {trust: -1}, evidence: {verite: %d}, next: %s}
      listen: {set: {trust: 1, warned: true}, evidence: {diagnostic: %d}, next: %s}
      bend:
        when: trust >= %d or warned
        evidence: {verite: %d}
        next: [{when: trust >= %d, to: %s}, {to: %s}]
`, i, i%3-1, place(i+1, n), (i+1)%3-1, place(i+1, n), node.Need, (i+2)%3-1, node.Much, place(node.Leap, n), place(i+1, n))
	}
	b.WriteString("  end: {kind: ending, tone: good}\n")
	return b.String()
}

func place(i, n int) string {
	if i >= n {
		return "end"
	}
	return fmt.Sprintf("n%d", i)
}

// point is a teaching point that every comment cites: the length of a text is what counts here, not its sense.
const point = "T12"

func prose(n int) string {
	var b strings.Builder
	b.WriteString("# A long story\n\nA client, a deadline, and a team that says less every week.\n\n## gauge: trust | Trust\n\n## flag: warned | Said what was wrong\n")
	for i := range n {
		fmt.Fprintf(&b, `
## scene: n%[1]d | Day %[2]d
The client has read the draft of day %[1]d and calls before nine. He likes the second page, doubts the third, and would
**rather not** say in front of his director which of the two he will show on Monday.

### ask
What do you say on day %[1]d?

### choice: push | Hold your ground
You tell him that page %[3]d stays as it is, and why, in two sentences and one figure.
#### tempting
It closes the subject.
#### result
He notes the figure and asks for nothing else that day.
#### expert
A figure ends a discussion that taste would keep alive for a week. [@%[4]s]

### choice: listen | Ask what worries him
You ask what his director will look at first on day %[1]d, and let him finish.
#### tempting
It costs ten minutes and no page.
#### result
He talks for ten minutes about a meeting you had not heard of.
#### expert
What people fear is rarely on the page that they criticise. [@%[4]s]

### choice: bend | Redo the third page
You offer another third page by the evening of day %[1]d, and move the rest by a day.
#### tempting
He stops complaining at once.
#### result
He thanks you and asks, in passing, about the fourth.
#### expert
What is given without being asked for has no price, and no end. [@%[4]s]
`, i, i+1, i%30+1, point)
	}
	b.WriteString("\n## ending: end | The launch\nThe launch takes place on the day that was agreed.\n")
	return b.String()
}
