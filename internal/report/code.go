package report

import (
	"casebook/internal/fault"
)

// Code is a rule that a report has followed. It is stable; Sentence puts it in words.
type Code string

// Why there is no value.
const (
	TooFew       Code = "too_few"
	Hidden       Code = "hidden"
	NotEverybody Code = "not_everybody"
	NoVariation  Code = "no_variation"
	NoStake      Code = "nothing_at_stake"
	NotScored    Code = "not_scored"
	NotValued    Code = "not_valued"
	ShortSpine   Code = "few_spine_decisions"
	FewOnSpine   Code = "few_on_spine"
	NoParallel   Code = "no_parallel_case"
	NoGroup      Code = "no_complete_group"
	NotSaid      Code = "not_said"
)

// How people are counted.
const (
	InFives     Code = "in_fives"
	Rounded     Code = "rounded"
	Intervals   Code = "intervals"
	HeatMaps    Code = "heat_maps"
	EachAttempt Code = "each_attempt"
	Growths     Code = "growth"
	Offered     Code = "offered"
)

// Why somebody may need help.
const (
	IsStuck       Code = "stuck"
	IsMissed      Code = "missed"
	BelowChance   Code = "below_chance"
	BelowHalf     Code = "below_half"
	CompetencyLow Code = "competency_low"
	Overconfident Code = "overconfident"
	HumanDecides  Code = "a_human_decides"
)

// Sentence puts a code in words, with its numbers.
func (c Code) Sentence() fault.Text { return sentences[c] }

// typeset sets the French typography of texts once: they are told again and again.
func typeset(texts map[Code]fault.Text) map[Code]fault.Text {
	for c, t := range texts {
		texts[c] = t.Typeset()
	}
	return texts
}

// rules puts codes in words, each once and in the order given; none is left out.
func rules(codes ...Code) (list []Rule) {
	met := map[Code]bool{"": true}
	for _, c := range codes {
		if !met[c] {
			met[c] = true
			list = append(list, Rule{c, c.Sentence()})
		}
	}
	return list
}
