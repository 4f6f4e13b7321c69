package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/scoring"
	"casebook/internal/stats"
)

// goodDiscrimination is from where a decision is said to tell people apart as the others do.
const goodDiscrimination = .2

func choiceNamed(s *scenario.Scenario, node, choice int) Named {
	return namedMove(s, node, engine.Move(choice))
}

// decision tells a decision point.
func (a *analysis) decision(node int, discrimination *stats.Pairs) CaseDecision {
	s, p := a.version.Scenario, &a.points[node]
	d := CaseDecision{
		Node: s.Nodes[node].ID, Title: title(s, node), Scored: s.Nodes[node].Scored,
		Ask: words(s, func(t *scenario.Text) string { return t.Nodes[node].Ask }),
	}
	a.chosen(&d, node, p)
	if d.Why = a.silence(p); d.Why != "" {
		d.Credit, d.Discrimination, d.Seconds = Figure{Why: d.Why}, Figure{Why: d.Why}, Figure{Why: d.Why}
		d.Regret.Why = d.Why
		if d.Why == TooFew {
			d.Credit.N, d.Discrimination.N, d.Seconds.N = len(p.credits), discrimination.N(), len(p.took)
		}
		return d
	}
	d.Seconds = a.seconds(p)
	if why := a.unscored(node, p); why != "" {
		d.Credit, d.Discrimination, d.Regret.Why = missing(why), missing(why), why
		return d
	}
	d.Credit = a.told(meanOf(p.credits, 0, 1))
	d.Discrimination = a.discrimination(discrimination, p)
	d.Regret = a.regret(p)
	if a.view == People {
		d.Confidence, d.Calibration = levelsOf(p.confident[:]), p.calibration()
		d.Distractors = p.distractors()
	}
	return d
}

// silence is why there are counts alone.
func (a *analysis) silence(p *point) Code {
	switch {
	case a.view == Figures && (p.attempts < a.completed || p.met > p.attempts):
		return NotEverybody
	case p.met < stats.FewestForValue:
		return TooFew
	default:
		return ""
	}
}

// unscored is why nothing is said of what choices were worth.
func (a *analysis) unscored(node int, p *point) Code {
	switch {
	case !a.version.Scenario.Nodes[node].Scored:
		return NotScored
	case a.baseline == nil && len(p.credits) == 0:
		return NotValued
	case len(p.credits) == 0:
		return NoStake
	case a.view == Figures && len(p.credits) < p.met:
		return NotEverybody
	default:
		return ""
	}
}

// hint is the step of what managers read from 0 to 1: from finer ones the choices of each could be worked out.
const hint = .05

// told is a figure from 0 to 1, or −1 to 1, in the terms of the view.
func (a *analysis) told(f Figure) Figure {
	if a.view == Figures {
		return f.coarse(hint)
	}
	return f
}

// discrimination is the item–rest correlation. Whoever met no other decision has no rest.
func (a *analysis) discrimination(pairs *stats.Pairs, p *point) Figure {
	if a.view == Figures && pairs.N() < p.met {
		return missing(NotEverybody)
	}
	r, ok := pairs.Correlation()
	return a.told(figure(r, ok, pairs.N())).judged(goodDiscrimination)
}

func (a *analysis) seconds(p *point) Figure {
	n := len(p.took)
	median, ok := stats.Median(p.took)
	if !ok || stats.GateOf(n) < stats.Values {
		return Figure{N: n, Why: TooFew}
	}
	f := Figure{N: n, Value: median}
	if a.view == Figures {
		f = f.coarse(five)
		if f.N < p.met {
			f = missing(NotEverybody)
		}
	}
	return f
}

func (a *analysis) regret(p *point) Regret {
	n := float64(len(p.credits))
	if stats.GateOf(len(p.credits)) < stats.Values {
		return Regret{Why: TooFew}
	}
	r := Regret{Mean: p.regret / n, Stake: p.stake / n}
	if a.view == Figures {
		r.Mean, r.Stake = stepped(math.Round, r.Mean, .5), stepped(math.Round, r.Stake, .5)
	}
	return r
}

// calibration compares how sure people were with how good they were.
func (p *point) calibration() *scoring.Calibration {
	var sure, credit []float64
	for c, credits := range p.confident {
		for _, earned := range credits {
			sure, credit = append(sure, scoring.Certainty(c)), append(credit, earned)
		}
	}
	if len(sure) < stats.FewestForValue {
		return nil
	}
	return &scoring.Calibration{
		Decisions: len(sure), Brier: scoring.Brier(sure, credit), Overconfidence: scoring.Overconfidence(sure, credit),
	}
}

// distractors is the share of the choices other than the best that tempt; nil when it cannot be told.
func (p *point) distractors() *float64 {
	var counts []int
	var best []bool
	for _, o := range p.choices {
		if o.offered > 0 {
			counts, best = append(counts, o.chosen), append(best, o.chosen > 0 && !o.costly)
		}
	}
	if _, efficiency, ok := stats.Distractors(counts, best); ok {
		return &efficiency
	}
	return nil
}

// choices are how often each choice of a decision point was made, in the terms of the view; false when nothing may be
// told of it, because one person's loops could pass for many people.
func (a *analysis) choices(node int) ([]Count, bool) {
	p := &a.points[node]
	if a.view == Figures && p.met > p.attempts {
		return nil, false
	}
	exact := make([]int, len(p.choices))
	for i, o := range p.choices {
		exact[i] = o.chosen
	}
	return a.counts(append(exact, max(0, a.completed-p.met))), true // the last are those who did not come by
}

// chosen tells the choices and the looks of a decision point, and how far people part there.
func (a *analysis) chosen(d *CaseDecision, node int, p *point) {
	s := a.version.Scenario
	told, ok := a.choices(node)
	if !ok {
		d.Met.Hidden = true
		return
	}
	d.Met = a.among(p.met, max(p.met, a.completed))
	var visible []int
	for i := range p.choices {
		o := &p.choices[i]
		if o.offered == 0 {
			continue
		}
		c := CaseChoice{
			Named: choiceNamed(s, node, i), Offered: a.among(o.offered, max(o.offered, a.completed)), Chosen: told[i],
			Incident: s.Nodes[node].Choices[i].Incident,
		}
		a.weigh(&c, o, d.Met)
		d.Choices = append(d.Choices, c)
		visible = append(visible, c.Chosen.N)
		if c.Chosen.Hidden {
			visible = nil
		}
	}
	for i := range p.looks {
		o := &p.looks[i]
		if o.offered == 0 {
			continue
		}
		c := CaseChoice{
			Named: namedMove(s, node, engine.LookMove(i)), Offered: a.among(o.offered, max(o.offered, a.completed)),
			Chosen: a.among(o.chosen, max(o.chosen, a.completed)),
		}
		a.weigh(&c, o, d.Met)
		d.Looks = append(d.Looks, c)
	}
	if spread, ok := stats.SpreadOf(visible); ok && len(visible) == len(d.Choices) && stats.GateOf(spread.N) >= stats.Values {
		d.Spread = &spread
	}
}

// weigh says how often a choice was made of the times when it could be, and what it earned.
func (a *analysis) weigh(c *CaseChoice, o *option, met Count) {
	c.Share = a.share(c.Chosen, c.Offered)
	c.Best = o.chosen > 0 && o.credited > 0 && !o.costly
	if met.Hidden || c.Chosen.Hidden || o.credited == 0 {
		c.Best = c.Best && a.view == People
		return
	}
	earned := o.credit / float64(o.credited)
	if a.view == Figures {
		earned = stepped(math.Round, earned, hint)
	}
	if a.view == People || c.Chosen.N >= five {
		c.Credit = &earned
	}
	c.Dead = c.Share.Shown() && c.Share.Interval.High < .10
}

// splitOf tells the decision that splits the room, with the choices that it splits over, the most frequent first.
func splitOf(d *CaseDecision) *Split {
	var french, english []string
	often := slices.Clone(d.Choices)
	slices.SortStableFunc(often, func(a, b CaseChoice) int { return cmp.Compare(b.Chosen.N, a.Chosen.N) })
	for _, c := range often {
		if c.Chosen.N > 0 {
			french = append(french, "« "+c.Label.FR+" » ("+strconv.Itoa(c.Chosen.N)+")")
			english = append(english, "“"+c.Label.EN+"” ("+strconv.Itoa(c.Chosen.N)+")")
		}
	}
	over := strconv.FormatFloat(d.Spread.Effective, 'f', 1, 64)
	text := splitText.Format(
		fault.Text{FR: strings.Replace(over, ".", ",", 1), EN: over},
		fault.Text{FR: strings.Join(french, ", ") + ".", EN: strings.Join(english, ", ") + "."},
	)
	return &Split{d.Node, d.Title, d.Spread.Normalised, text.Typeset()}
}
