package report

import (
	"slices"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

// What the reasons say.
const (
	half           = 50.
	lowCompetency  = 30.
	fewestCases    = 3
	certain        = 3 // of Decision.Confidence
	mostWrong      = .5
	fewestMistaken = 3
)

var helpTexts = typeset(map[Code]fault.Text{
	IsStuck:       {FR: "« %[1]s » : sans un coup depuis %[2]d jours, à « %[3]s »", EN: "“%[1]s”: without a move for %[2]d days, at “%[3]s”"},
	IsMissed:      {FR: "« %[1]s » : échéance passée, rien de terminé ni en cours", EN: "“%[1]s”: it was due, nothing finished or under way"},
	BelowChance:   {FR: "« %[1]s » : %.0[2]f sur 100, le hasard vaut %.0[3]f", EN: "“%[1]s”: %.0[2]f out of 100, chance is worth %.0[3]f"},
	BelowHalf:     {FR: "« %[1]s » : %.0[2]f sur 100", EN: "“%[1]s”: %.0[2]f out of 100"},
	CompetencyLow: {FR: "%[1]s : %.0[2]f sur 100, en moyenne sur %[3]d cas", EN: "%[1]s: %.0[2]f out of 100, on average over %[3]d cases"},
	Overconfident: {FR: "%[1]d des %[2]d décisions prises avec certitude ont perdu plus de la moitié de l’enjeu", EN: "%[1]d of %[2]d decisions made with certainty lost more than half of what was at stake"},
})

func because(c Code, args ...any) Reason {
	return Reason{Code: c, Text: helpTexts[c].Format(args...)}
}

// help are the reasons why somebody may need some.
func (t *table) help(row *Row) (list []Reason) {
	for i := range row.Standings {
		if r, ok := t.concern(i, &row.Standings[i]); ok {
			r.Assignment = row.Standings[i].Assignment
			list = append(list, r)
		}
	}
	list = withoutOneBadDay(list, row.Standings)
	if i, ok := weakest(row.Competencies); ok && isBelowHalf(row.Standings) {
		c := row.Competencies[i]
		r := because(CompetencyLow, t.competencies[i].Label, c.Mean, c.N)
		r.Competency, r.Value, r.Threshold, r.N = t.competencies[i].ID, c.Mean, lowCompetency, c.N
		list = append(list, r)
	}
	if n, of := t.mistaken(row.Account); n >= fewestMistaken && 2*n >= of {
		r := because(Overconfident, n, of)
		r.Value, r.Threshold, r.N = float64(n), fewestMistaken, of
		list = append(list, r)
	}
	return list
}

// withoutOneBadDay leaves a low score out where it is the only one of several: one case may go badly for anybody.
func withoutOneBadDay(list []Reason, standings []Standing) []Reason {
	low := func(r Reason) bool { return r.Code == BelowHalf || r.Code == BelowChance }
	finished, so := 0, 0
	for i := range standings {
		if standings[i].Score != nil {
			finished++
		}
	}
	for _, r := range list {
		if low(r) {
			so++
		}
	}
	if finished < 2 || so > 1 {
		return list
	}
	return slices.DeleteFunc(list, low)
}

// isBelowHalf reports whether a case went badly. Of many competencies, one is low by chance in people who do well, too.
func isBelowHalf(standings []Standing) bool {
	return slices.ContainsFunc(standings, func(s Standing) bool { return s.Score != nil && *s.Score < half })
}

// weakest is the lowest of the competencies that are low; false when none is.
func weakest(cells []Cell) (place int, ok bool) {
	for i, c := range cells {
		if c.N >= fewestCases && c.Mean < lowCompetency && (!ok || c.Mean < cells[place].Mean) {
			place, ok = i, true
		}
	}
	return place, ok
}

// concern is what an assignment that stands so asks for; false when nothing.
func (t *table) concern(column int, s *Standing) (r Reason, ok bool) {
	a := &t.Assignments[column]
	e := t.versions[a.Scenario]
	name := caseName(e.version).Title
	switch {
	case !a.WithdrawnAt.IsZero():
		return r, false
	case s.State == Stuck:
		days := int(t.at.Sub(s.LastMove) / day)
		r = because(IsStuck, name, days, s.Where)
		r.Days = days
	case s.State == Missed:
		r = because(IsMissed, name)
	case s.State != Finished || s.Score == nil:
		return r, false
	case e.baseline != nil && *s.Score < *e.baseline:
		r = because(BelowChance, name, *s.Score, *e.baseline)
		r.Value, r.Threshold = *s.Score, *e.baseline
	case *s.Score < half:
		r = because(BelowHalf, name, *s.Score)
		r.Value, r.Threshold = *s.Score, half
	default:
		return r, false
	}
	return r, true
}

// mistaken counts the decisions that somebody made with certainty and that lost more than half of what was at stake, of
// all that they made so.
func (t *table) mistaken(person uuid.UUID) (n, of int) {
	var room reading
	for _, e := range t.ended[person] {
		v := t.versions[e.Scenario]
		if e.Status != attempt.Completed || !v.read(&e.Summary, &room) {
			continue
		}
		for i := range room.steps {
			s := &room.steps[i]
			credit, ok := v.credit(s)
			if !ok || s.weighed.Confidence != certain {
				continue
			}
			of++
			if credit < mostWrong {
				n++
			}
		}
	}
	return n, of
}
