package export

import "casebook/internal/report"

// Choices is a row for each choice and look of a case that was met: how often it could be made, and how often it was.
func Choices(to Reader, c *report.Case) Sheet {
	var rows [][]Cell
	for i := range c.Decisions {
		d := &c.Decisions[i]
		for _, list := range [][]report.CaseChoice{d.Choices, d.Looks} {
			for j := range list {
				rows = append(rows, choice(to, d, &list[j]))
			}
		}
	}
	return Sheet{
		Name: to.say("Choix", "Choices") + " · " + c.Title.In(to.Lang),
		Columns: []Column{
			to.column("Décision", "Decision", 30), to.column("Choix", "Choice", 50), to.column("Identifiant", "Id", 18),
			to.column("Proposé", "Offered", 9), to.column("Choisi", "Chosen", 9), to.column("Part", "Share", 9),
			to.column("de (95 %)", "from (95%)", 10), to.column("à (95 %)", "to (95%)", 10),
			to.column("Crédit moyen (0 à 1)", "Mean credit (0 to 1)", 12), to.column("Le meilleur", "The best", 11),
			to.column("Incident", "Incident", 16),
		},
		Rows: Rows(rows),
	}
}

func choice(to Reader, d *report.CaseDecision, c *report.CaseChoice) []Cell {
	row := []Cell{
		Text(d.Title.In(to.Lang)), Text(c.Label.In(to.Lang)), Text(c.ID), times(c.Offered), times(c.Chosen),
		{},
		{},
		{},
		score(c.Credit), to.yes(c.Best), Text(c.Incident),
	}
	if c.Share.Shown() {
		row[5] = Share(c.Share.Value)
		if c.Share.Interval != nil {
			row[6], row[7] = Share(c.Share.Interval.Low), Share(c.Share.Interval.High)
		}
	}
	return row
}

func times(c report.Count) Cell {
	if c.Hidden {
		return Cell{}
	}
	return Count(c.N)
}

// Decisions is a row for each decision point of a case that was met.
func Decisions(to Reader, c *report.Case) Sheet {
	rows := make([][]Cell, len(c.Decisions))
	for i := range c.Decisions {
		d := &c.Decisions[i]
		row := []Cell{Text(d.Title.In(to.Lang)), Text(d.Node), times(d.Met), {}, {}, {}, {}, {}, value(d.Seconds), Text(d.Why.Sentence().In(to.Lang))}
		if d.Regret.Why == "" {
			row[3], row[4] = Decimal(d.Regret.Mean), Decimal(d.Regret.Stake)
		}
		row[5] = value(d.Credit)
		row[6] = value(d.Discrimination)
		if d.Spread != nil {
			row[7] = Decimal(d.Spread.Effective)
		}
		rows[i] = row
	}
	return Sheet{
		Name: to.say("Décisions", "Decisions") + " · " + c.Title.In(to.Lang),
		Columns: []Column{
			to.column("Décision", "Decision", 36), to.column("Identifiant", "Id", 18), to.column("Fois", "Times", 8),
			to.column("Points perdus", "Points lost", 10), to.column("Points en jeu", "Points at stake", 10),
			to.column("Crédit moyen (0 à 1)", "Mean credit (0 to 1)", 12),
			to.column("Corrélation au reste", "Item–rest correlation", 12),
			to.column("Choix effectifs", "Effective choices", 10), to.column("Secondes (médiane)", "Seconds (median)", 10),
			to.column("Pourquoi rien", "Why nothing", 40),
		},
		Rows: Rows(rows),
	}
}

// Transitions is a row for each way that was taken from a choice to what followed.
func Transitions(to Reader, c *report.Case) Sheet {
	names := map[string]string{}
	for _, n := range c.Map.Nodes {
		names[n.ID] = n.Label.In(to.Lang)
	}
	rows := make([][]Cell, len(c.Map.Links))
	for i, l := range c.Map.Links {
		rows[i] = []Cell{Text(names[l.From]), Text(l.Choice.Label.In(to.Lang)), Text(names[l.To]), Count(l.Count)}
	}
	return Sheet{
		Name: to.say("Chemins", "Paths") + " · " + c.Title.In(to.Lang),
		Columns: []Column{
			to.column("De", "From", 36), to.column("Choix", "Choice", 50), to.column("Vers", "To", 36), to.column("Fois", "Times", 8),
		},
		Rows: Rows(rows),
	}
}
