package check

import (
	"strings"
	"unicode"
)

// form finds a decision whose choices are spoken in part and described in part: the odd one stands out.
func (c *checker) form(r *reading) {
	var spoken, described []string
	for i, text := range r.choices {
		if id := r.n.Choices[i].ID; speech(text) {
			spoken = append(spoken, id)
		} else {
			described = append(described, id)
		}
	}
	if len(spoken) > 0 && len(described) > 0 {
		c.add(c.of(r, -1), ruleForm, r.n.ID, listed(spoken), listed(described))
	}
}

// speech tells whether a text is mostly spoken: more of its letters stand between quotation marks than outside.
func speech(text string) bool {
	inside, outside, depth := 0, 0, 0
	straight := false
	for _, x := range text {
		switch {
		case strings.ContainsRune("«“", x):
			depth++
		case strings.ContainsRune("»”", x):
			depth = max(0, depth-1)
		case x == '"':
			straight = !straight
		case !unicode.IsLetter(x):
		case depth > 0 || straight:
			inside++
		default:
			outside++
		}
	}
	return inside > outside
}
