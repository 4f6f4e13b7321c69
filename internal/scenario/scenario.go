// Package scenario is the case as written: its map (structure), its screenplay in each language (text), and the
// conditions that tie them to what has happened. Parse turns a folder into a Scenario, or into a list of issues that
// name place, cause and cure. A parsed Scenario is immutable: nothing may write to it.
package scenario

// Limits of the format. The parser refuses what exceeds them.
const (
	MaxVars      = 200 // gauges and flags
	MaxNodes     = 2000
	MaxChoices   = 20 // choices at a decision point; looks likewise
	MaxTruths    = 8
	MaxWorlds    = 64  // combinations of truths
	MaxLoopNodes = 128 // nodes that can be met more than once
	MaxLater     = 100 // how many nodes ahead a delayed consequence may wait
	MaxGauge     = 30000
)

// Vars holds a value for each gauge and flag, in the order of Scenario.Vars; a flag is 0 or 1.
type Vars [MaxVars]int16

// World says which value each truth has, in the order of Scenario.Truths.
type World [MaxTruths]uint8

// Scenario is one version of a case. Things refer to each other by index: a node by its place in Nodes, a gauge or
// flag by its place in Vars, and so on; ids are what authors, the API and the log of an attempt use.
type Scenario struct {
	ID           string
	Rev          int
	Lang         string // the source language: fr or en
	Minutes      int
	Level        int // 1 discovery, 2 practice, 3 trial
	Sources      []string
	Competencies []string
	Cast         []Character
	Vars         []Var
	Clock        int // the gauge that looks spend, -1 when there is none
	Truths       []Truth
	Exhibits     []Exhibit
	Value        Value
	Must         []Must
	MustNot      []string
	Cap          int // the score's ceiling after a critical incident, 0 to 100
	Start        int
	Nodes        []Node
	Laters       []Later
	Texts        map[string]*Text // by language; Texts[Lang] is always there
	Media        map[string][]byte

	StructureHash string // hex SHA-256 of the canonical JSON of scenario.yaml: the scoring version
	TextHash      string // hex SHA-256 over every language's text
}

// Character is somebody of the cast.
type Character struct {
	ID   string
	Role string
	Vars []int
}

// Var is a gauge (a bounded integer) or a flag.
type Var struct {
	ID        string // "temps", or "lea.moral" for a gauge of a character
	Flag      bool
	Character int // index in Cast, -1 for none
	Start     int16
	Min, Max  int16 // 0 and 1 for a flag
	Unit      string
	Shown     bool // to the trainee, while playing
}

// Truth is a hidden fact, drawn once at the start.
type Truth struct {
	ID     string
	Values []TruthValue
}

// TruthValue is one value that a truth may have, with its integer weight.
type TruthValue struct {
	ID     string
	Weight uint32
}

// ExhibitKind is what an exhibit looks like.
type ExhibitKind string

// The eight kinds of exhibit.
const (
	Email    ExhibitKind = "email"
	Chat     ExhibitKind = "chat"
	Call     ExhibitKind = "call"
	Meeting  ExhibitKind = "meeting"
	Doc      ExhibitKind = "doc"
	Table    ExhibitKind = "table"
	OrgChart ExhibitKind = "orgchart"
	Figure   ExhibitKind = "figure"
)

// Exhibit is a document that can be handed out.
type Exhibit struct {
	ID        string
	Kind      ExhibitKind
	FromStart bool
}

// Value is what the case optimises: total = Evidence·Σ evidence + Endings[e] + Σ State[gauge]·final.
type Value struct {
	Evidence int
	Endings  []int // by node index; 0 for what is not an ending
	State    []int // by index in Vars
}

// Must is a flag that has to be true at the end.
type Must struct {
	ID   string
	Flag int
}

// NodeKind is what happens at a node.
type NodeKind uint8

// The kinds of node.
const (
	Scene NodeKind = iota + 1
	Decision
	Chance
	Ending
)

// Node is one moment of the case.
type Node struct {
	ID        string
	Kind      NodeKind
	Show      []int   // exhibits handed out on entering
	Next      []Route // of a scene
	Rows      []Row   // of a chance node
	Looks     []Look  // of a decision point
	Choices   []Choice
	Shuffle   bool
	Scored    bool   // false for a discussion decision
	Timer     int    // seconds, 0 for none
	OnTimeout int    // index in Choices, -1 for none
	Tone      string // of an ending: good, mixed or bad
	LoopSlot  int    // place among the nodes that can be met more than once, -1 for one met at most once
}

// Look is a piece of information that can be sought at a decision point.
type Look struct {
	ID       string
	Cost     int16
	When     *Condition
	Reveal   []int // exhibits
	Set      []Effect
	Evidence []Evidence
	Points   int // Value.Evidence · Σ evidence
}

// Choice is one way out of a decision point.
type Choice struct {
	ID       string
	When     *Condition
	Evidence []Evidence
	Points   int // Value.Evidence · Σ evidence
	Set      []Effect
	Incident string
	Later    int // index in Laters, -1 for none
	Next     []Route
}

// Evidence is what a move shows of a competency, −2 to +2.
type Evidence struct {
	Competency int // index in Competencies
	Points     int8
}

// Effect changes one gauge or flag; gauges saturate at their bounds.
type Effect struct {
	Var    int
	Assign bool // set to Amount rather than add it
	Amount int16
}

// Later is a delayed consequence of a choice.
type Later struct {
	Node, Choice int // whose it is
	After        int // fires on entering the After-th node after the choice
	When         *Condition
	Set          []Effect
}

// Route leads to a node when its condition holds; the first that holds is taken.
type Route struct {
	When *Condition // nil for the last
	To   int
}

// Row is one set of weights of a chance node; the first whose condition holds is drawn from.
type Row struct {
	When    *Condition
	Targets []Target
	Sum     uint64 // of the weights
}

// Target is one outcome of a chance row.
type Target struct {
	To     int
	Weight uint32
}

// NodeIndex finds a node by id.
func (s *Scenario) NodeIndex(id string) (int, bool) {
	for i := range s.Nodes {
		if s.Nodes[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// Langs lists the languages that the case is written in, the source language first, then in order.
func (s *Scenario) Langs() []string {
	langs := []string{s.Lang}
	for _, l := range []string{"fr", "en"} {
		if _, ok := s.Texts[l]; ok && l != s.Lang {
			langs = append(langs, l)
		}
	}
	return langs
}

// Text returns the screenplay in lang, or in the source language where there is none.
func (s *Scenario) Text(lang string) *Text {
	if t, ok := s.Texts[lang]; ok {
		return t
	}
	return s.Texts[s.Lang]
}
