package scenario

import "slices"

// find lays the sections of one keyword beside the ids of the map. It reports ids that the map does not have, and
// headings that come twice; the answer runs parallel to ids, nil where nothing was found.
func (t *textReader) find(parent *section, keyword string, ids []string) []*section {
	found := make([]*section, len(ids))
	where := make(index, len(ids))
	for i, id := range ids {
		where[id] = i
	}
	for _, s := range parent.children {
		if s.keyword != keyword {
			continue
		}
		at := t.at(s.line)
		i, ok := where[s.id]
		switch {
		case !ok:
			t.add(at, ruleUnknownBlock, clip(s.heading), hint{s.id, ids})
		case found[i] != nil:
			t.add(at, ruleBlockTwice, s.heading, found[i].line)
		default:
			found[i] = s
		}
	}
	return found
}

// match is find for blocks that have to be there. It reports those missing, at their parent, under the heading that
// they should have.
func (t *textReader) match(parent *section, keyword, marks string, ids []string) []*section {
	found := t.find(parent, keyword, ids)
	for i, s := range found {
		if s == nil {
			t.missing(parent, marks+" "+keyword+": "+ids[i])
		}
	}
	return found
}

func (t *textReader) missing(parent *section, heading string) {
	t.add(t.at(max(1, parent.line)), ruleMissingBlock, heading)
}

// child finds the one section of a keyword that takes no id.
func (t *textReader) child(parent *section, keyword string) *section {
	var found *section
	for _, s := range parent.children {
		switch {
		case s.keyword != keyword:
		case found != nil:
			t.add(t.at(s.line), ruleBlockTwice, s.heading, found.line)
		default:
			found = s
		}
	}
	return found
}

// only refuses the headings that have no meaning where they stand.
func (t *textReader) only(s *section, keywords ...string) {
	for _, c := range s.children {
		if !slices.Contains(keywords, c.keyword) {
			t.add(t.at(c.line), ruleBlockHere, clip(c.heading), s.heading)
		}
	}
}

// trimBlank drops the empty lines before and after.
func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
