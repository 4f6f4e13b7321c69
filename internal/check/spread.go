package check

import (
	"fmt"
	"strings"

	"casebook/internal/scenario"
)

const (
	thin  = 3 // decisions that a competency takes to be judged by
	spine = 5 // scored decisions met by everybody, to speak of reliability
)

// spread tells which competencies the case shows too rarely to judge anybody by, and whether enough of it is the same
// for all.
func (c *checker) spread() {
	var rare []string
	for i, id := range c.sc.Competencies {
		if n := Decisions(c.sc, i); n < thin {
			rare = append(rare, fmt.Sprintf("`%s` (%d)", id, n))
		}
	}
	if len(rare) > 0 {
		c.add(subject{at: c.places.Map("competencies")}, ruleThin, thin, strings.Join(rare, ", "))
	}
	if n := c.onEveryWay(); n < spine {
		c.add(c.all(), ruleSpine, n, spine)
	}
}

// Decisions counts the scored decisions where some move gives evidence on a competency.
func Decisions(sc *scenario.Scenario, competency int) int {
	count := 0
	for i := range sc.Nodes {
		if n := &sc.Nodes[i]; n.Scored && shows(n, competency) {
			count++
		}
	}
	return count
}

func shows(n *scenario.Node, competency int) bool {
	for i := range n.Choices {
		if points(&n.Choices[i], competency) != 0 {
			return true
		}
	}
	for i := range n.Looks {
		for _, e := range n.Looks[i].Evidence {
			if e.Competency == competency && e.Points != 0 {
				return true
			}
		}
	}
	return false
}

// onEveryWay counts the scored decisions that no way to an ending goes round.
func (c *checker) onEveryWay() int {
	count := 0
	for i := range c.sc.Nodes {
		if n := &c.sc.Nodes[i]; n.Kind == scenario.Decision && n.Scored && !c.sc.Avoidable(i) {
			count++
		}
	}
	return count
}
