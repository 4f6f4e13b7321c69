package main

import (
	"path/filepath"

	"casebook/internal/check"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// checked is what there is to say of a case, for programs.
type checked struct {
	Dir    string         `json:"dir"`
	ID     string         `json:"id,omitempty"`
	Rev    int            `json:"rev,omitempty"`
	OK     bool           `json:"ok"`
	Issues []checkedIssue `json:"issues"` // what keeps the case from being read or valued
	Flaws  []checkedFlaw  `json:"flaws"`
	Bots   []checkedBot   `json:"bots,omitempty"`
	Proofs *proofs        `json:"proofs,omitempty"`
	// Sensitivity lists the weights that, moved by one, make another play the best; it is null where that was not tried.
	Sensitivity  []checkedShift `json:"sensitivity"`
	Walkthroughs []checkedWalk  `json:"walkthroughs,omitempty"`
	*figures
}

type checkedIssue struct {
	Code    string `json:"code"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type checkedFlaw struct {
	checkedIssue
	Level   string      `json:"level"`
	Node    string      `json:"node,omitempty"`
	Move    string      `json:"move,omitempty"`
	Answer  string      `json:"answer,omitempty"` // why the author lets it stand: it does not count
	Witness *checkedWay `json:"witness,omitempty"`
}

type checkedBot struct {
	Name  string   `json:"name"`
	Lang  string   `json:"lang,omitempty"` // where wording decides
	Value float64  `json:"value"`
	Score *float64 `json:"score"`
}

type checkedWalk struct {
	Name   string `json:"name"`
	Line   int    `json:"line"`
	Passed bool   `json:"passed"`
	Fails  string `json:"fails,omitempty"` // why it is known to fail
}

// figures are exact: they come from exploring every state.
type figures struct {
	States             int             `json:"states"`
	DecisionStates     int             `json:"decisionStates"`
	Paths              uint64          `json:"paths"`
	Best               float64         `json:"best"`
	Worst              float64         `json:"worst"`
	MaxRegret          float64         `json:"maxRegret"`
	UniformRandomValue float64         `json:"uniformRandomValue"`
	UniformRandomScore *float64        `json:"uniformRandomScore"`
	Endings            []checkedEnding `json:"endings"`
}

type checkedEnding struct {
	ID       string   `json:"id"`
	Tone     string   `json:"tone"`
	Reached  bool     `json:"reached"`
	MinScore *float64 `json:"minScore"`
	MaxScore *float64 `json:"maxScore"`
}

func tellChecked(dir string, r *check.Report, lang string) checked {
	t := checked{Dir: dir, OK: r.Errors() == 0, Issues: []checkedIssue{}, Flaws: []checkedFlaw{}}
	for _, i := range r.Issues {
		t.Issues = append(t.Issues, tellIssue(dir, i, lang))
	}
	if r.Unsolved != nil {
		t.Issues = append(t.Issues, checkedIssue{r.Unsolved.Code, filepath.Join(dir, "scenario.yaml"), 1, 1, r.Unsolved.Text.In(lang)})
	}
	for i := range r.Flaws {
		t.Flaws = append(t.Flaws, tellFlaw(dir, &r.Flaws[i], lang))
	}
	for _, b := range r.Bots {
		t.Bots = append(t.Bots, checkedBot{b.Name, b.Lang, b.Value, b.Score})
	}
	for _, walk := range r.Walks {
		t.Walkthroughs = append(t.Walkthroughs, checkedWalk{walk.Walk.Name, walk.Walk.Line, walk.Passed, walk.Walk.Fails})
	}
	if r.Scenario != nil {
		t.ID, t.Rev = r.Scenario.ID, r.Scenario.Rev
	}
	if r.Solution != nil {
		ranges := r.Solution.Endings()
		t.figures, t.Proofs = tellFigures(r.Scenario, r.Solution, ranges), tellProofs(r.Scenario, r.Solution, ranges)
		t.Sensitivity = tellShifts(r.Solution)
	}
	return t
}

func tellIssue(dir string, i scenario.Issue, lang string) checkedIssue {
	return checkedIssue{i.Code, filepath.Join(dir, i.File), i.Line, i.Column, i.Text.In(lang)}
}

func tellFlaw(dir string, f *check.Flaw, lang string) checkedFlaw {
	t := checkedFlaw{
		checkedIssue: tellIssue(dir, f.Issue, lang), Level: f.Level.String(), Node: f.Node, Move: f.Move, Answer: f.Answer,
	}
	if f.Witness != nil {
		way := tellWitness(*f.Witness)
		t.Witness = &way
	}
	return t
}

func tellFigures(sc *scenario.Scenario, sol *solve.Solution, ranges []solve.Range) *figures {
	t := &figures{
		States: sol.States, DecisionStates: sol.DecisionStates, Paths: sol.Paths, Best: sol.Best, Worst: sol.Worst,
		MaxRegret: sol.MaxRegret, UniformRandomValue: sol.UniformRandomValue, UniformRandomScore: sol.UniformRandomScore,
	}
	for _, e := range ranges {
		n := &sc.Nodes[e.Node]
		t.Endings = append(t.Endings, checkedEnding{n.ID, n.Tone, e.Reached, e.MinScore, e.MaxScore})
	}
	return t
}
