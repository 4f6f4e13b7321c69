package export

import (
	"casebook/internal/fault"
	"casebook/internal/report"
)

// say is a word or a sentence in the reader's language.
func (r Reader) say(fr, en string) string { return fault.Text{FR: fr, EN: en}.Typeset().In(r.Lang) }

// one is a word for one, or its plural: in French from two on, in English for all but one.
func (r Reader) one(n int, one, many, oneEN, manyEN string) string {
	if n == 1 || n == 0 && r.Lang == "fr" {
		return r.say(one, oneEN)
	}
	return r.say(many, manyEN)
}

// state is how an assignment stands, in a word.
func (r Reader) state(s report.State) string {
	switch s {
	case report.NotBegun:
		return r.say("Pas commencé", "Not begun")
	case report.UnderWay:
		return r.say("En cours", "In progress")
	case report.Stuck:
		return r.say("Arrêté en chemin", "Stalled")
	case report.GivenUp:
		return r.say("Abandonné", "Abandoned")
	case report.Missed:
		return r.say("Échéance passée", "Past its due date")
	case report.Finished:
		return r.say("Terminé", "Finished")
	default:
		return string(s)
	}
}

// yes says whether something holds.
func (r Reader) yes(holds bool) Cell {
	if !holds {
		return Cell{}
	}
	return Text(r.say("oui", "yes"))
}
