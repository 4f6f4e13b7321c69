package scenario

import "strings"

// nodes reads what is read at each node: `## scene` for scenes, decision points and chance nodes, `## ending` for endings.
func (t *textReader) nodes(root *section, text *Text) {
	text.Nodes = make([]NodeText, len(t.sc.Nodes))
	var scenes, endings []string
	where := index{}
	for i := range t.sc.Nodes {
		n := &t.sc.Nodes[i]
		where[n.ID] = i
		text.Nodes[i].Title = n.ID
		if n.Kind == Ending {
			endings = append(endings, n.ID)
		} else {
			scenes = append(scenes, n.ID)
		}
	}
	for i, s := range t.match(root, "scene", "##", scenes) {
		if s != nil {
			n := where[scenes[i]]
			text.Nodes[n] = t.node(&t.sc.Nodes[n], s)
		}
	}
	for i, s := range t.match(root, "ending", "##", endings) {
		if s != nil {
			text.Nodes[where[endings[i]]] = NodeText{Title: s.label, Body: t.written(s, endings[i], proseBlock)}
		}
	}
}

func (t *textReader) node(n *Node, s *section) NodeText {
	text := NodeText{Title: s.label}
	switch n.Kind {
	case Decision:
		t.only(s, "ask", "why", "look", "choice")
		text.Body = t.block(s, n.ID, proseBlock)
		t.decision(n, s, &text)
	case Chance:
		t.only(s, "branch")
		text.Body = t.block(s, n.ID, proseBlock)
		t.branches(n, s, &text)
	case Scene:
		t.only(s)
		text.Body = t.written(s, n.ID, proseBlock)
	}
	return text
}

func (t *textReader) branches(n *Node, s *section, text *NodeText) {
	text.Branches = map[int]Block{}
	var ids []string
	var to []int
	for _, row := range n.Rows {
		for _, target := range row.Targets {
			if _, known := text.Branches[target.To]; !known {
				text.Branches[target.To] = Block{}
				ids, to = append(ids, t.sc.Nodes[target.To].ID), append(to, target.To)
			}
		}
	}
	for i, b := range t.match(s, "branch", "###", ids) {
		if b != nil {
			text.Branches[to[i]] = t.written(b, n.ID+"/branch:"+ids[i], proseBlock)
		}
	}
}

func (t *textReader) decision(n *Node, s *section, text *NodeText) {
	if ask := t.child(s, "ask"); ask != nil {
		text.Ask = t.plain(ask)
		t.blocks[n.ID+"/ask:"] = &blockAt{at: t.at(ask.line)}
	} else {
		t.missing(s, "### ask")
	}
	if why := t.child(s, "why"); why != nil {
		text.Why = t.plain(why)
		t.extras[extra{n.ID, why.heading}] = true
	}
	looks := make([]string, len(n.Looks))
	for i, l := range n.Looks {
		looks[i] = l.ID
	}
	for i, l := range t.match(s, "look", "###", looks) {
		lt := LookText{Label: looks[i]}
		if l != nil {
			lt.Label = l.label
			lt.Body = t.block(l, n.ID+"/look:"+looks[i], proseBlock)
			if lt.Body.Empty() && len(n.Looks[i].Reveal) == 0 {
				t.add(t.at(l.line), ruleEmptyBlock, l.heading)
			}
		}
		text.Looks = append(text.Looks, lt)
	}
	choices := make([]string, len(n.Choices))
	for i, c := range n.Choices {
		choices[i] = c.ID
	}
	for i, c := range t.match(s, "choice", "###", choices) {
		ct := ChoiceText{Label: choices[i]}
		if c != nil {
			ct = t.choice(n, i, c)
		}
		text.Choices = append(text.Choices, ct)
	}
}

func (t *textReader) choice(n *Node, i int, s *section) ChoiceText {
	c := &n.Choices[i]
	path := n.ID + "/" + c.ID
	text := ChoiceText{Label: s.label, Body: t.written(s, path, proseBlock)}
	for _, part := range []struct {
		keyword  string
		block    *Block
		kind     blockKind
		required bool
	}{
		{"tempting", &text.Tempting, proseBlock, n.Scored},
		{"result", &text.Result, proseBlock, n.Scored},
		{"expert", &text.Expert, expertBlock, n.Scored},
		{"later", &text.Later, proseBlock, c.Later >= 0},
	} {
		found := t.child(s, part.keyword)
		switch {
		case found == nil && part.required && part.keyword == "later":
			t.add(t.at(s.line), ruleMissingLater, c.ID, n.ID)
		case found == nil && part.required:
			t.add(t.at(s.line), ruleMissingPart, c.ID, n.ID, "#### "+part.keyword)
		case found == nil:
		case part.keyword == "later" && c.Later < 0:
			t.add(t.at(found.line), ruleLaterText, c.ID, n.ID)
		default:
			*part.block = t.written(found, path+"/"+part.keyword, part.kind)
			if !part.required {
				t.extras[extra{path, found.heading}] = true
			}
			if part.kind == expertBlock {
				text.Points = t.expertPoints(found, n.Scored)
				t.points[path+"/expert"] = text.Points
			}
		}
	}
	return text
}

// plain reads a question: words without markup or conditions, on one line.
func (t *textReader) plain(s *section) string {
	for i, line := range s.body {
		if strings.HasPrefix(line, ":::") {
			t.add(t.at(s.line+1+i), rulePlain, s.heading)
		}
	}
	words := strings.Join(strings.Fields(strings.Join(s.body, " ")), " ")
	if words == "" {
		t.add(t.at(s.line), ruleEmptyBlock, s.heading)
	}
	return words
}
