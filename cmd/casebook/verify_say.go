package main

import (
	"encoding/json"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// what is told of a difference: %[1]s is the attempt, %[2]d the step, %[3]s what is kept and %[4]s what was played.
var (
	differs = map[attempt.Where]fault.Text{
		attempt.Unplayable: {
			FR: "Partie %[1]s : elle ne peut pas être rejouée (%[4]s).",
			EN: "Attempt %[1]s: it cannot be played again (%[4]s).",
		},
		attempt.Lost: {
			FR: "Partie %[1]s, étape %[2]d : la décision manque ou ne se lit pas ; d’autres la suivent.",
			EN: "Attempt %[1]s, step %[2]d: the decision is missing or cannot be read; others follow it.",
		},
		attempt.Refused: {
			FR: "Partie %[1]s, étape %[2]d : « %[3]s » est enregistré, mais n’est pas possible. Le rejeu en est là : « %[4]s ».",
			EN: "Attempt %[1]s, step %[2]d: “%[3]s” is stored, but not possible. The replay stands here: “%[4]s”.",
		},
		attempt.NoSummary: {
			FR: "Partie %[1]s : elle est terminée et n’a pas de résumé. « casebook serve » les fait à son démarrage.",
			EN: "Attempt %[1]s: it has ended and has no summary. “casebook serve” makes them at start.",
		},
		attempt.EarlySummary: {
			FR: "Partie %[1]s : elle est en cours et a déjà un résumé.",
			EN: "Attempt %[1]s: it goes on and has a summary already.",
		},
		attempt.OrphanSummary: {
			FR: "Partie %[1]s : un résumé est enregistré, mais la partie n’existe pas.",
			EN: "Attempt %[1]s: a summary is stored, but there is no such attempt.",
		},
	}
	differsAtStep = fault.Text{
		FR: "Partie %[1]s, étape %[2]d : %[5]s diffère. Enregistré : %[3]s. Rejoué : %[4]s.",
		EN: "Attempt %[1]s, step %[2]d: %[5]s differs. Stored: %[3]s. Played again: %[4]s.",
	}
	differsAsAWhole = fault.Text{
		FR: "Partie %[1]s : %[5]s diffère. Enregistré : %[3]s. Rejoué : %[4]s.",
		EN: "Attempt %[1]s: %[5]s differs. Stored: %[3]s. Played again: %[4]s.",
	}
	differing = map[attempt.Where]fault.Text{
		attempt.OfNode:      {FR: "le nœud", EN: "the node"},
		attempt.OfVisit:     {FR: "le numéro du passage", EN: "the visit’s number"},
		attempt.OfMove:      {FR: "le choix que fait le silence", EN: "the choice that silence makes"},
		attempt.OfOffered:   {FR: "ce qui était proposé", EN: "what was on offer"},
		attempt.OfDisplayed: {FR: "l’ordre d’affichage", EN: "the order shown"},
		attempt.OfDraws:     {FR: "le tirage au sort", EN: "what chance drew"},
		attempt.OfState:     {FR: "l’état final", EN: "the final state"},
		attempt.OfStatus:    {FR: "le statut", EN: "the status"},
		attempt.OfEndedAt:   {FR: "la date de fin", EN: "the moment of the end"},

		attempt.OfSummaryOrigin:       {FR: "l’origine du résumé (compte, version)", EN: "the summary’s origin (account, version)"},
		attempt.OfSummaryEnding:       {FR: "la fin selon le résumé (statut, date, nœud, étapes)", EN: "the summary’s ending (status, moment, node, steps)"},
		attempt.OfSummaryScore:        {FR: "le score du résumé (brut, plafonné)", EN: "the summary’s score (as it is, under its ceiling)"},
		attempt.OfSummaryCompetencies: {FR: "le profil du résumé", EN: "the summary’s profile"},
		attempt.OfSummaryPath:         {FR: "le chemin du résumé", EN: "the summary’s path"},
		attempt.OfSummaryCourse:       {FR: "le déroulé selon le résumé (temps, assurance, points perdus sur l’enjeu)", EN: "the summary’s course (time, confidence, points lost of those at stake)"},
	}
	nothing = fault.Text{FR: "rien", EN: "nothing"}
)

func (w *world) tellDifference(d attempt.Difference) error {
	text, own := differs[d.Where]
	kept, played := any(d.Kept), any(d.Played)
	if !own {
		text = differsAtStep
		if d.Step == attempt.Whole {
			text = differsAsAWhole
		}
		kept, played = quoted(d.Kept), quoted(d.Played)
	}
	w.say(w.stdout, text, d.Attempt, d.Step, kept, played, differing[d.Where])
	return nil
}

func quoted(value string) fault.Text {
	if value == "" {
		return nothing
	}
	return fault.Text{FR: "« %s »", EN: "“%s”"}.Typeset().Format(value)
}

func (w *world) jsonDifference(d attempt.Difference) error {
	line := struct {
		Attempt  string        `json:"attempt"`
		Step     *int          `json:"step,omitempty"`
		What     attempt.Where `json:"what"`
		Stored   string        `json:"stored"`
		Replayed string        `json:"replayed"`
	}{d.Attempt.String(), nil, d.Where, d.Kept, d.Played}
	if d.Step != attempt.Whole {
		line.Step = &d.Step
	}
	return json.NewEncoder(w.stdout).Encode(line)
}

// end tells the totals, and fails when there is a difference.
func (v *verification) end(inJSON bool) error {
	if inJSON {
		err := json.NewEncoder(v.stdout).Encode(struct {
			Attempts    uint64 `json:"attempts"`
			Decisions   uint64 `json:"decisions"`
			Touched     uint64 `json:"touched"`
			Differences uint64 `json:"differences"`
		}{v.seen, v.decisions, v.touched, v.differences})
		if err != nil {
			return err
		}
	}
	switch {
	case v.differences > 0:
		return fault.New(fault.Invalid, "differences", fault.Text{
			FR: "Différences : %[1]s. Parties touchées : %[2]s, sur %[3]s.",
			EN: "Differences: %[1]s. Attempts touched: %[2]s, of %[3]s.",
		}, v.count(v.differences), v.count(v.touched), v.count(v.seen))
	case !inJSON:
		v.say(v.stdout, fault.Text{
			FR: "Tout concorde. Parties : %[1]s. Décisions : %[2]s.",
			EN: "Everything agrees. Attempts: %[1]s. Decisions: %[2]s.",
		}, v.count(v.seen), v.count(v.decisions))
	}
	return nil
}
