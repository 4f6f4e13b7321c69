package solve

import (
	"testing"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

// told is the bet on a hidden truth, without the question, after a coin that changes nothing; tell says where a text
// gives the truth away.
func told(t *testing.T, tell func(*scenario.Scenario, scenario.Block)) *Solution {
	t.Helper()
	c := sketch.Hidden()
	c.Nodes[0].Looks[0].Tells = ""
	c.Nodes[0].Looks[0].Evidence = nil
	c.Flags = []string{"never"}
	c.Nodes[0].Choices = append(c.Nodes[0].Choices, sketch.Choice{ID: "C", When: "never", Next: sketch.To("six")})
	c.Nodes = append([]sketch.Node{
		{ID: "go", Choices: []sketch.Choice{{ID: "on", Next: sketch.To("coin"), Later: &sketch.Later{After: 1}}}},
		{ID: "coin", Rows: []sketch.Row{{Targets: []sketch.Target{{To: "bet", Weight: 1}, {To: "six", Weight: 1}}}}},
	}, c.Nodes...)
	s := c.Scenario()
	when, err := scenario.Compile("h == h1", s.Names())
	if err != nil {
		t.Fatal(err)
	}
	s.Exhibits = []scenario.Exhibit{{ID: "file", Kind: scenario.Doc}}
	s.Texts["fr"].Exhibits = []scenario.ExhibitText{{Parts: []scenario.ExhibitPart{{When: when, HTML: "h1"}}}}
	tell(s, scenario.Block{Parts: []scenario.Part{{When: when, HTML: "h1"}}})
	return solved(t, s)
}

func TestTextsGiveHiddenTruthsAway(t *testing.T) {
	const unknown, known = 6, .6*10 + .4*6
	half := func(bet float64) float64 { return bet/2 + 6.0/2 } // the coin, before it
	for name, c := range map[string]struct {
		tell func(*scenario.Scenario, scenario.Block)
		best float64
	}{
		"nothing does": {func(*scenario.Scenario, scenario.Block) {}, half(unknown)},
		"the pitch":    {func(s *scenario.Scenario, b scenario.Block) { s.Texts["fr"].Pitch = b }, half(known)},
		"an exhibit from the start": {
			func(s *scenario.Scenario, _ scenario.Block) { s.Exhibits[0].FromStart = true }, half(known),
		},
		"somebody of the cast": {func(s *scenario.Scenario, b scenario.Block) {
			s.Texts["fr"].Cast = []scenario.CharacterText{{Body: b}}
		}, half(known)},
		"an exhibit with a node": {func(s *scenario.Scenario, _ scenario.Block) { s.Nodes[2].Show = []int{0} }, half(known)},
		"an exhibit with a look": {
			func(s *scenario.Scenario, _ scenario.Block) { s.Nodes[2].Looks[0].Reveal = []int{0} }, half(known),
		},
		"a choice on offer": {func(s *scenario.Scenario, b scenario.Block) {
			s.Texts["fr"].Nodes[2].Choices[1].Body = b
		}, half(known)},
		"a choice that is not on offer": {func(s *scenario.Scenario, b scenario.Block) {
			s.Texts["fr"].Nodes[2].Choices[2].Body = b
		}, half(unknown)},
		"a node":   {func(s *scenario.Scenario, b scenario.Block) { s.Texts["fr"].Nodes[2].Body = b }, half(known)},
		"a result": {func(s *scenario.Scenario, b scenario.Block) { s.Texts["fr"].Nodes[0].Choices[0].Result = b }, half(known)},
		"a delayed consequence": {
			func(s *scenario.Scenario, b scenario.Block) { s.Texts["fr"].Nodes[0].Choices[0].Later = b }, half(known),
		},
		"a branch": {func(s *scenario.Scenario, b scenario.Block) {
			s.Texts["fr"].Nodes[1].Branches = map[int]scenario.Block{2: b}
		}, half(known)},
		"another branch": {func(s *scenario.Scenario, b scenario.Block) {
			s.Texts["fr"].Nodes[1].Branches = map[int]scenario.Block{4: b}
		}, half(unknown)},
		"an ending, too late": {func(s *scenario.Scenario, b scenario.Block) { s.Texts["fr"].Nodes[4].Body = b }, half(unknown)},
	} {
		t.Run(name, func(t *testing.T) { near(t, "best", told(t, c.tell).Best, c.best) })
	}
}

func TestADrawThatDependsOnATruthTellsOfIt(t *testing.T) {
	c := sketch.Hidden()
	c.Nodes = append([]sketch.Node{
		{ID: "go", Choices: []sketch.Choice{{ID: "on", Next: sketch.To("sign")}}},
		{ID: "sign", Rows: []sketch.Row{
			{When: "h == h1", Targets: []sketch.Target{{To: "bet", Weight: 3}, {To: "six", Weight: 1}}},
			{Targets: []sketch.Target{{To: "bet", Weight: 1}, {To: "six", Weight: 1}}},
		}},
	}, c.Nodes...)
	c.Nodes[2].Looks = nil
	sol := solved(t, c.Scenario())
	// To the bet leads .6·.75 with h1 and .4·.5 with h2: A is then worth 10·.45/.65.
	near(t, "best", sol.Best, .65*(10*.45/.65)+.35*6)
	start, _, err := sol.Open(scenario.World{1}, []engine.Event{})
	if err != nil {
		t.Fatal(err)
	}
	after, turns, err := sol.Follow(start, 0, scenario.World{1}, []engine.Event{{Kind: engine.Drew, Node: 1, Index: 2}})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "value of the bet, after the sign", sol.Value(after), 10*.45/.65)
	near(t, "probability of the sign", turns[0].Probability, .65)
	near(t, "luck", turns[0].Luck, 10*.45/.65-sol.Best)
}
