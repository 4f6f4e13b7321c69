package scenario

import "strings"

const maxBlock = 16 << 10 // bytes: rendering Markdown takes more than linear time

// blockKind says what a block may hold beside prose.
type blockKind uint8

const (
	proseBlock  blockKind = iota
	expertBlock           // cites teaching points, listed apart
	noteBlock             // cites teaching points where they stand
)

// run is a number of lines under one condition.
type run struct {
	when  *Condition
	lines []string
	line  int // of the first
}

func (r run) source() string { return strings.Join(r.lines, "\n") }

// written is block for what may not be left empty.
func (t *textReader) written(s *section, path string, kind blockKind) Block {
	b := t.block(s, path, kind)
	if b.Empty() {
		t.add(t.at(s.line), ruleEmptyBlock, s.heading)
	}
	return b
}

func (t *textReader) block(s *section, path string, kind blockKind) Block {
	b := Block{Source: strings.Join(trimBlank(s.body), "\n")}
	for _, r := range t.runs(s, path) {
		t.citations(&r, kind)
		if html := t.render(r); html != "" {
			b.Parts = append(b.Parts, Part{When: r.when, HTML: html})
		}
	}
	return b
}

// runs cuts a section at its `::: if …` and `:::` lines. Runs of empty lines are left out.
func (t *textReader) runs(s *section, path string) []run {
	block := &blockAt{at: t.at(max(1, s.line))}
	t.blocks[path] = block
	size := 0
	for _, line := range s.body {
		size += len(line) + 1
	}
	if size > maxBlock {
		t.add(t.at(s.line), ruleBlockLarge, s.heading, maxBlock>>10)
		return nil
	}
	c := &cutter{t: t, block: block, now: run{line: s.line + 1}}
	for i, line := range s.body {
		if strings.HasPrefix(line, ":::") {
			c.mark(s.line+1+i, line)
		} else {
			c.now.lines = append(c.now.lines, line)
		}
	}
	if c.openedAt > 0 {
		t.add(t.at(c.openedAt), ruleConditionalOpen)
	}
	c.end(0)
	return c.runs
}

type cutter struct {
	t        *textReader
	block    *blockAt
	runs     []run
	now      run
	openedAt int // the line of the `::: if` that is open, 0 for none
}

// mark reads a line that begins with three colons.
func (c *cutter) mark(line int, text string) {
	at := c.t.at(line)
	rest := strings.TrimSpace(text[3:])
	src, isIf := strings.CutPrefix(rest, "if ")
	switch {
	case rest == "" && c.openedAt == 0:
		c.t.add(at, ruleConditionalStray)
	case rest == "":
		if len(trimBlank(c.now.lines)) == 0 {
			c.t.add(c.t.at(c.openedAt), ruleConditionalEmpty)
		}
		c.end(line + 1)
		c.openedAt = 0
	case !isIf:
		c.t.add(at, ruleConditionalMark, clip(text))
	case c.openedAt > 0:
		c.t.add(at, ruleConditionalNested, c.openedAt)
	default:
		c.end(line + 1)
		c.openedAt = line
		c.now.when = c.t.condition(line, text, src)
		c.block.conditions = append(c.block.conditions, c.now.when)
		c.block.ifs = append(c.block.ifs, line)
	}
}

func (c *cutter) end(next int) {
	if len(trimBlank(c.now.lines)) > 0 {
		c.runs = append(c.runs, c.now)
	}
	c.now = run{line: next}
}

// condition compiles the condition of a paragraph; it may depend on a truth.
func (t *textReader) condition(line int, text, src string) *Condition {
	condition, err := Compile(src, t.names)
	if err != nil {
		before := strings.Index(text, "if ") + len("if ")
		t.add(Place{t.file, line, before + err.Column}, err.Rule, err.args...)
	}
	return condition
}
