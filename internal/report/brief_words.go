package report

import "casebook/internal/fault"

// The questions.
var (
	whereQuestion  = fault.Text{FR: "Où en est-on ?", EN: "How far is the cohort?"}
	helpQuestion   = fault.Text{FR: "Qui a besoin d’aide ?", EN: "Who needs help?"}
	chanceQuestion = fault.Text{FR: "Fait-on mieux que le hasard ?", EN: "Is it doing better than chance?"}
	workQuestion   = fault.Text{FR: "Que travailler d’abord ?", EN: "What to work on first?"}
)

// What they are answered.
var (
	nothingGiven = fault.Text{FR: "Rien n’est encore à faire.", EN: "There is nothing to do yet."}
	nothingDone  = fault.Text{FR: "Aucun cas n’est terminé, sur %d à faire.", EN: "No case is finished, of %d to do."}
	doneText     = fault.Text{
		FR: "Cas terminés : %d sur %d à faire, toutes personnes comprises.",
		EN: "Cases finished: %d of %d to do, all people together.",
	}
	doneAtLeast = fault.Text{
		FR: "Cas terminés : au moins %d sur %d à faire, toutes personnes comprises.",
		EN: "Cases finished: at least %d of %d to do, all people together.",
	}
	aheadText = fault.Text{
		FR: "Le plus avancé : « %s » (%d). Le moins : « %s » (%d).",
		EN: "Furthest ahead: “%s” (%d). Furthest behind: “%s” (%d).",
	}
	aheadFew = fault.Text{
		FR: "Le plus avancé : « %s » (%d). Le moins : « %s » (moins de 5).",
		EN: "Furthest ahead: “%s” (%d). Furthest behind: “%s” (fewer than 5).",
	}
	nobodyToHelp = fault.Text{FR: "Personne, d’après les règles de la page.", EN: "Nobody, by the rules of the page."}
	someToHelp   = fault.Text{FR: "Personnes qui montrent un signe : %d sur %d.", EN: "People who show a sign: %d of %d."}
	aboveChance  = fault.Text{FR: "Oui : %s.", EN: "Yes: %s."}
	belowChance  = fault.Text{FR: "Moins bien : %s.", EN: "Worse: %s."}
	openChance   = fault.Text{
		FR: "On ne peut pas encore le dire : %s (moins de 30 personnes, ou un intervalle qui contient le hasard).",
		EN: "It cannot be said yet: %s (fewer than 30 people, or an interval that holds chance).",
	}
	notApart = fault.Text{
		FR: "Rien ne sépare encore les compétences : leurs intervalles se recouvrent.",
		EN: "Nothing sets the competencies apart yet: their intervals overlap.",
	}
	ofPeople   = fault.Text{FR: " (%s, n\u00a0=\u00a0%d)", EN: " (%s, n\u00a0=\u00a0%d)"}
	ofAttempts = fault.Text{FR: " (%s, %d parties)", EN: " (%s, %d attempts)"}
	apartText  = fault.Text{
		FR: "Les plus basses, sur 100 : %s. Les plus hautes : %s.",
		EN: "The lowest, out of 100: %s. The highest: %s.",
	}
)
