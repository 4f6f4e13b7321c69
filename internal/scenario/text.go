package scenario

import (
	"slices"
	"strings"
)

// Text is the screenplay in one language. Slices run parallel to those of the Scenario.
type Text struct {
	Lang     string
	Title    string
	Theme    string // what the case is about, in two or three words; may be empty
	Pitch    Block
	Cast     []CharacterText
	Vars     []string // labels; an id of the author's where the text names none
	Exhibits []ExhibitText
	Nodes    []NodeText
	Note     Note
}

// CharacterText presents somebody of the cast.
type CharacterText struct {
	Name string
	Body Block
}

// ExhibitText is an exhibit's title and body, taken apart by kind. Parts whose condition does not hold are left out.
type ExhibitText struct {
	Title string
	Parts []ExhibitPart
}

// ExhibitPart is one part of an exhibit.
type ExhibitPart struct {
	When     *Condition
	Headers  []Header  // of an email
	Messages []Message // of a chat, a call or a meeting
	Bars     []Bar     // of a figure
	HTML     string    // the rest, sanitised
}

// Header is one line at the head of an email.
type Header struct{ Label, Value string }

// Message is something said or written by somebody.
type Message struct {
	Who  string
	At   string // as the author wrote it, may be empty
	HTML string
}

// Bar is one row of a figure.
type Bar struct {
	Label string
	Value float64
	Text  string // the value as the author wrote it
}

// NodeText is what is read at a node.
type NodeText struct {
	Title    string
	Body     Block
	Ask      string // plain text
	Why      string // plain text, may be empty
	Looks    []LookText
	Choices  []ChoiceText
	Branches map[int]Block // of a chance node, by target node
}

// LookText is what a look is called and what it brings.
type LookText struct {
	Label string
	Body  Block
}

// ChoiceText is a choice as read, and what is said of it afterwards.
type ChoiceText struct {
	Label    string
	Body     Block
	Tempting Block
	Result   Block
	Expert   Block
	Later    Block
	Points   []string // teaching points cited by the expert comment, in order
}

// Note is the teaching note: for trainers, never for trainees. Keys are objectives, opening, questions, board,
// timing and closing.
type Note map[string]Block

// Block is one text: paragraphs of which some are conditional.
type Block struct {
	Source string // the Markdown as written
	Parts  []Part
}

// Part is a run of paragraphs under one condition.
type Part struct {
	When *Condition
	HTML string // sanitised
}

// HTML joins the parts whose condition holds.
func (b Block) HTML(v *Vars, w World) string {
	if len(b.Parts) == 1 && b.Parts[0].When == nil {
		return b.Parts[0].HTML
	}
	var sb strings.Builder
	for _, p := range b.Parts {
		if p.When.Holds(v, w) {
			sb.WriteString(p.HTML)
		}
	}
	return sb.String()
}

// Varies reports whether the block may read differently from one moment to another.
func (b Block) Varies() bool {
	return slices.ContainsFunc(b.Parts, func(p Part) bool { return p.When != nil })
}

// Empty reports whether nothing was written.
func (b Block) Empty() bool { return len(b.Parts) == 0 }

// OnTruth lists the block's conditions that depend on a hidden truth: who reads the block learns whether they hold.
func (b Block) OnTruth() []*Condition {
	var cs []*Condition
	for _, p := range b.Parts {
		if p.When.OnTruth() {
			cs = append(cs, p.When)
		}
	}
	return cs
}

// OnTruth lists the exhibit's conditions that depend on a hidden truth.
func (e ExhibitText) OnTruth() []*Condition {
	var cs []*Condition
	for _, p := range e.Parts {
		if p.When.OnTruth() {
			cs = append(cs, p.When)
		}
	}
	return cs
}
