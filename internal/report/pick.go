package report

import (
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
)

// narrow leaves out the columns that were not asked for, and answers what does so to a row and reports whether that is
// asked for. What columns sum up stays that of all people.
func (p *Progress) narrow(by Pick) (picks func(*Row) bool) {
	if by.Assignment != uuid.Nil {
		p.Assignments = slices.DeleteFunc(p.Assignments, func(a Assigned) bool { return a.ID != by.Assignment })
	}
	first, last := 0, len(p.Competencies)
	if by.Competency != "" {
		first, last = 0, 0
		if place := slices.IndexFunc(p.Competencies, func(c Competence) bool { return c.ID == by.Competency }); place >= 0 {
			first, last = place, place+1
		}
		p.Competencies = p.Competencies[first:last]
	}
	sought := account.Sought(by.Search)
	return func(r *Row) bool {
		if by.Assignment != uuid.Nil {
			r.Standings = slices.DeleteFunc(r.Standings, func(s Standing) bool { return s.Assignment != by.Assignment })
		}
		r.Competencies = r.Competencies[first:last]
		return (!by.Help || len(r.Help) > 0) &&
			(by.State == "" || slices.ContainsFunc(r.Standings, func(s Standing) bool { return s.State == by.State })) &&
			(len(sought) == 0 || account.Holds(account.FoldedEntry(r.Name, r.Email), sought))
	}
}
