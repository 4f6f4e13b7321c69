package export

import (
	"fmt"
	"slices"
	"strings"

	"casebook/internal/report"
)

// oneCase is a case through the cohort's eyes: what came out, the decision that splits the room, the ways through it
// and each decision.
func (d board) oneCase(c *report.Case) {
	if c.Why != "" || c.Completed == 0 {
		d.heading(c.Title.In(d.to.Lang))
		d.paragraph(d.unplayed(c))
		return
	}
	d.AddPage()
	d.heading(c.Title.In(d.to.Lang))
	d.tiles([]tile{
		{fmt.Sprint(c.People), d.to.one(c.People, "personne comptée", "personnes comptées", "person counted", "people counted"), fmt.Sprint(c.Completed) + " " + d.to.one(c.Completed, "partie terminée", "parties terminées", "finished attempt", "finished attempts")},
		{d.figure(c.Score.Mean, 0), d.to.say("score moyen", "mean score"), d.interval(c.Score.Mean, 0)},
		{d.number(c.Baseline), d.to.say("au hasard", "at random"), d.to.say("le score de choix faits sans lire", "the score of choices made without reading")},
	})
	if c.Splits != nil {
		d.subheading(d.to.say("La décision qui partage la salle", "The decision that splits the room"))
		d.paragraph(c.Splits.Title.In(d.to.Lang) + ". " + c.Splits.Text.In(d.to.Lang))
	}
	d.endings(c)
	d.paths(c)
	d.incidents(c)
	for i := range c.Decisions {
		d.decision(&c.Decisions[i])
	}
}

// unplayed says why there is nothing to say of a case.
func (d board) unplayed(c *report.Case) string {
	if c.Why != "" {
		return c.Why.Sentence().In(d.to.Lang)
	}
	if c.View == report.Figures {
		return d.to.say("Trop peu de personnes ont terminé ce cas.", "Too few people have finished this case.")
	}
	return d.to.say("Personne n’a encore terminé ce cas.", "Nobody has finished this case yet.")
}

func (d board) endings(c *report.Case) {
	if len(c.Endings) == 0 {
		return
	}
	d.subheading(d.to.say("Comment cela finit", "How it ends"))
	rows := make([][]string, len(c.Endings))
	for i := range c.Endings {
		e := &c.Endings[i]
		rows[i] = []string{e.Label.In(d.to.Lang), d.count(e.Count), d.percent(e.Share), d.percents(e.Share)}
	}
	d.table([]field{
		{d.to.say("Fin", "Ending"), 6, false},
		{d.to.say("Fois", "Times"), 1.2, true},
		{d.to.say("Part", "Share"), 1.2, true},
		{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2, true},
	}, rows)
}

func (d board) paths(c *report.Case) {
	if len(c.Map.Links) == 0 {
		return
	}
	d.room(flowTall + 40)
	d.subheading(d.to.say("Les chemins pris", "The paths that were taken"))
	nodes := d.flow(c.Map)
	names := make([]string, len(nodes))
	for i, s := range nodes {
		names[i] = fmt.Sprintf("%d  %s (%d)", s.number, s.node.Label.In(d.to.Lang), s.node.Count)
		if s.node.Ending {
			names[i] += ", " + d.tone(s.node.Tone)
		}
	}
	d.columns(names)
	if c.View == report.Figures {
		d.note(d.to.say("Ce qu’ont fait 1 à 4 personnes n’est pas dessiné : un ruban peut manquer.", "What 1 to 4 people did is not drawn: a ribbon may be missing."))
	}
}

// tone is how a way ends.
func (d board) tone(tone string) string {
	switch tone {
	case "good":
		return d.to.say("bonne issue", "good ending")
	case "bad":
		return d.to.say("mauvaise issue", "bad ending")
	default:
		return d.to.say("issue mitigée", "mixed ending")
	}
}

// decision tells a decision point, on one page where it can be.
func (d board) decision(c *report.CaseDecision) {
	choices, looks := d.rowsOf(c.Choices), d.rowsOf(c.Looks)
	fields := d.choiceFields("")
	d.room(min(30+d.tableTall(fields, choices)+d.tableTall(fields, looks), together+30))
	d.subheading(c.Title.In(d.to.Lang))
	if c.Why != "" {
		d.note(c.Why.Sentence().In(d.to.Lang))
	}
	if c.Why != "" && !told(c.Choices) && !told(c.Looks) {
		return
	}
	d.barred(d.choiceFields(d.to.say("Choix", "Choice")), choices, sharesOf(c.Choices))
	if len(looks) > 0 {
		d.barred(d.choiceFields(d.to.say("Enquête", "Look")), looks, sharesOf(c.Looks))
	}
	if said := d.facts(c); said != "" {
		d.note(said)
	}
}

// told reports whether anything is told of who made choices.
func told(list []report.CaseChoice) bool {
	return slices.ContainsFunc(list, func(c report.CaseChoice) bool { return !c.Chosen.Hidden && c.Chosen.N > 0 })
}

func (d board) choiceFields(what string) []field {
	return []field{
		{what, 6.4, false},
		{d.to.say("Proposé", "Offered"), 1.4, true},
		{d.to.say("Choisi", "Chosen"), 1.3, true},
		{d.to.say("Part", "Share"), 1.7, true},
		{d.to.say("Intervalle", "Interval"), 1.8, true},
	}
}

func (d board) rowsOf(list []report.CaseChoice) (rows [][]string) {
	for i := range list {
		one := &list[i]
		rows = append(rows, []string{
			one.Label.In(d.to.Lang), d.count(one.Offered), d.count(one.Chosen), d.percent(one.Share), d.percents(one.Share),
		})
	}
	return rows
}

func sharesOf(list []report.CaseChoice) []*float64 {
	shares := make([]*float64, len(list))
	for i := range list {
		if list[i].Share.Shown() {
			shares[i] = &list[i].Share.Value
		}
	}
	return shares
}

// facts are what else is known of a decision, in words.
func (d board) facts(c *report.CaseDecision) string {
	var said []string
	add := func(fr, en string, args ...any) { said = append(said, fmt.Sprintf(d.to.say(fr, en), args...)) }
	if c.Regret.Why == "" && c.Scored {
		add("Points perdus en moyenne : %[1]s sur %[2]s en jeu.", "Points lost on average: %[1]s of %[2]s at stake.",
			figure(c.Regret.Mean, 1, d.to), figure(c.Regret.Stake, 1, d.to))
	}
	if c.Discrimination.Shown() && c.Discrimination.Interval != nil {
		add("Corrélation au reste du cas : %[1]s (%[2]s, n = %[3]d).", "Correlation with the rest of the case: %[1]s (%[2]s, n = %[3]d).",
			figure(c.Discrimination.Value, 2, d.to), d.between(c.Discrimination.Interval.Low, c.Discrimination.Interval.High, 2), c.Discrimination.N)
	}
	if c.Spread != nil {
		add("Choix effectifs : %s.", "Effective number of choices: %s.", figure(c.Spread.Effective, 1, d.to))
	}
	if c.Seconds.Shown() {
		add("Temps médian : %s s.", "Median time: %s s.", figure(c.Seconds.Value, 0, d.to))
	}
	return strings.Join(said, " ")
}

func (d board) incidents(c *report.Case) {
	if len(c.Incidents) == 0 {
		return
	}
	d.subheading(d.to.say("Incidents critiques", "Critical incidents"))
	rows := make([][]string, len(c.Incidents))
	for i := range c.Incidents {
		one := &c.Incidents[i]
		rows[i] = []string{d.incident(one), d.count(one.Count), d.percent(one.Share), d.percents(one.Share)}
	}
	d.table([]field{
		{d.to.say("Incident", "Incident"), 6, false},
		{d.to.say("Fois", "Times"), 1.2, true},
		{d.to.say("Part", "Share"), 1.2, true},
		{d.to.say("Intervalle (95 %)", "Interval (95%)"), 2, true},
	}, rows)
}

// incident is what happened, or what should have.
func (d board) incident(c *report.Incident) string {
	label := c.Label.In(d.to.Lang)
	switch c.Kind {
	case report.MustNot:
		return d.to.say("À ne pas faire, et fait : ", "Not to be done, and done: ") + label
	case report.Must:
		return d.to.say("À faire, et pas fait : ", "To be done, and not done: ") + label
	default:
		return label
	}
}

func (d board) count(c report.Count) string {
	if c.Hidden {
		return d.to.say("masqué", "hidden")
	}
	return fmt.Sprint(c.N)
}
