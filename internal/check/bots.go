package check

import (
	"casebook/internal/fault"
	"casebook/internal/solve"
)

// Bot is a way of playing that takes no understanding, and what it comes to, exactly.
type Bot struct {
	Name string
	Lang string // where wording decides; empty otherwise
	solve.Performance
}

// The bots. A choice is as long as its body has characters, its label apart; of equals, the first written is made.
const (
	Random            = "random"               // makes any move on offer alike, looks included
	First             = "first"                // never looks, makes the choice that is written first
	Longest           = "longest"              // never looks, makes the longest choice
	Shortest          = "shortest"             // never looks, makes the shortest choice
	NeverLooks        = "never-looks"          // makes the best choices there are without a look
	LooksAllThenFirst = "looks-all-then-first" // takes every look it can pay for, as written, then the first choice
	LooksAtEverything = "looks-at-everything"  // takes every look it can pay for, in any order, then the best choice
	firstTooGood      = 60                     // of 100
	neverLooksTooGood = 90                     // of 100
)

var botNames = map[string]fault.Text{
	Random:            {FR: "au hasard", EN: "at random"},
	First:             {FR: "premier choix écrit", EN: "first choice written"},
	Longest:           {FR: "choix le plus long", EN: "longest choice"},
	Shortest:          {FR: "choix le plus court", EN: "shortest choice"},
	NeverLooks:        {FR: "au mieux sans enquêter", EN: "at best without a look"},
	LooksAllThenFirst: {FR: "toutes les enquêtes puis premier choix", EN: "every look, then first choice"},
	LooksAtEverything: {FR: "toutes les enquêtes puis au mieux", EN: "every look, then at best"},
}

// Says says how the bot plays.
func (b *Bot) Says() fault.Text { return botNames[b.Name] }

// bots plays the case with every bot.
func (c *checker) bots() []Bot {
	bots := []Bot{
		{Random, "", c.sol.Evaluate(solve.Uniform)},
		{First, "", c.sol.Evaluate(solve.FirstListed)},
	}
	for _, lang := range c.sc.Langs() {
		bots = append(bots, Bot{Longest, lang, c.sol.Evaluate(c.byLength(lang, 1))})
	}
	for _, lang := range c.sc.Langs() {
		bots = append(bots, Bot{Shortest, lang, c.sol.Evaluate(c.byLength(lang, -1))})
	}
	return append(bots,
		Bot{NeverLooks, "", c.sol.Evaluate(solve.NeverLooks)},
		Bot{LooksAllThenFirst, "", c.sol.Evaluate(solve.LooksInOrder(solve.FirstListed))},
		Bot{LooksAtEverything, "", c.sol.Evaluate(solve.LooksAtRandom(solve.NeverLooks))},
	)
}

// byLength makes the longest choice, or with a sign of −1 the shortest.
func (c *checker) byLength(lang string, sign float64) solve.Policy {
	lengths := make([][]float64, len(c.sc.Nodes))
	for i, n := range c.sc.Texts[lang].Nodes {
		for _, choice := range n.Choices {
			lengths[i] = append(lengths[i], sign*float64(length(plain(choice.Body))))
		}
	}
	return solve.Choose(func(node int, p solve.Prospect) float64 { return lengths[node][p.Move] })
}

// telltale finds a case that bots play too well.
func (c *checker) telltale(bots []Bot) {
	looks := false
	for i := range c.sc.Nodes {
		looks = looks || len(c.sc.Nodes[i].Looks) > 0
	}
	for _, b := range bots {
		switch {
		case b.Score == nil:
		case b.Name == First && *b.Score > firstTooGood && !c.found(rulePosition):
			c.add(c.all(), ruleFirst, decimal(*b.Score))
		case b.Name == NeverLooks && looks && *b.Score >= neverLooksTooGood:
			c.add(c.all(), ruleBlind, decimal(*b.Score))
		}
	}
}
