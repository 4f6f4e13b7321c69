package cohort

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// MostPeople is how many people a list holds at most.
const MostPeople = 10000

// List is a list of people as it was read.
type List struct {
	Rows  []Row
	Notes []fault.Text // how it was read, for who looks at it
}

// Report is what becomes of a list, or would.
type Report struct {
	List
	Wrong    int // rows
	Enrolled int // people who were not in the cohort before
	Kept     bool
	Invited  []Row    // when it is kept: the rows that were enrolled, each of another person
	Joiners  []Joiner // what became of them
}

// ReadPeople reads a list of people, as leniently as it can be. What is no list at all is a fault of kind Invalid; what
// is wrong with a row is its verdict.
func ReadPeople(data []byte) (List, error) {
	text, note, err := decoded(data)
	if err != nil {
		return List{}, err
	}
	delimiter, text := delimited(text)
	found := records(text, delimiter, MostPeople+2)
	if len(found) == 0 {
		return List{}, nobodyInList()
	}
	l, body, err := laidOut(found)
	switch {
	case err != nil:
		return List{}, err
	case len(body) == 0:
		return List{}, nobodyInList()
	case len(body) > MostPeople:
		return List{}, tooManyPeople()
	}
	list := List{Rows: make([]Row, len(body))}
	if note != (fault.Text{}) {
		list.Notes = append(list.Notes, note.Typeset().Format())
	}
	for _, n := range l.notes {
		list.Notes = append(list.Notes, n.Typeset())
	}
	for i, r := range body {
		list.Rows[i] = l.row(r)
	}
	list.compare()
	return list, nil
}

// row reads somebody from a record.
func (l *layout) row(r record) Row {
	cell := func(kind column) string {
		if i := slices.Index(l.columns, kind); i >= 0 && i < len(r.fields) {
			return r.fields[i]
		}
		return ""
	}
	row := Row{Line: r.line, Name: cell(fullColumn), Email: cell(emailColumn), Lang: cell(langColumn)}
	if tidied(row.Name) == "" {
		row.Name = cell(firstColumn) + " " + cell(lastColumn)
	}
	row.judge()
	if r.open {
		row.Verdict = Unreadable
		row.Remark = fault.Text{
			FR: "Un guillemet s’y ouvre et ne se ferme pas.", EN: "A quotation mark opens in it and does not close.",
		}
	}
	return row
}

// compare finds the people who stand in the list more than once.
func (l *List) compare() {
	first := make(map[string]*Row, len(l.Rows))
	for i := range l.Rows {
		r := &l.Rows[i]
		if r.Wrong() {
			continue
		}
		before, found := first[r.Email]
		if !found {
			first[r.Email] = r
			continue
		}
		r.Verdict = Same
		if r.Name != "" && before.Name != "" && !strings.EqualFold(r.Name, before.Name) {
			r.Verdict = Clash
		}
		r.remark(fault.Text{FR: "Voir la ligne %d.", EN: "See line %d."}.Format(before.Line))
	}
}

// Import enrols the people of a list, all of them or, when a row is wrong, nobody. When it is dry, it only reports.
func (s *Service) Import(ctx context.Context, by account.Account, id uuid.UUID, data []byte, dry bool) (Report, error) {
	if _, err := s.store.Cohort(ctx, Settings(by), id); err != nil {
		return Report{}, err
	}
	list, err := ReadPeople(data)
	if err != nil {
		return Report{}, err
	}
	r := Report{List: list}
	present, err := s.store.Presences(ctx, Settings(by), id, r.emails())
	if err != nil {
		return Report{}, err
	}
	for i := range r.Rows {
		p, known := present[r.Rows[i].Email]
		r.Rows[i].meet(p, known)
	}
	r.count()
	if !dry && r.Wrong == 0 {
		r.Invited = r.sound()
		if r.Joiners, err = s.enrol(ctx, by, id, ByImport, r.Invited); err != nil {
			return Report{}, err
		}
		r.Kept = true
	}
	slices.SortStableFunc(r.Rows, func(a, b Row) int {
		if a.Wrong() == b.Wrong() {
			return cmp.Compare(a.Line, b.Line)
		}
		if a.Wrong() {
			return -1
		}
		return 1
	})
	return r, nil
}

// emails are those of the rows that are sound.
func (l *List) emails() []string {
	var list []string
	for i := range l.Rows {
		if l.Rows[i].Verdict == unjudged {
			list = append(list, l.Rows[i].Email)
		}
	}
	return list
}

// sound are the rows to enrol, each of another person.
func (l *List) sound() []Row {
	return slices.DeleteFunc(slices.Clone(l.Rows), func(r Row) bool { return r.Wrong() || r.Verdict == Same })
}

func (r *Report) count() {
	r.Wrong, r.Enrolled = 0, 0
	for i := range r.Rows {
		switch row := &r.Rows[i]; {
		case row.Wrong():
			r.Wrong++
		case row.Verdict == Fresh, row.Verdict == Known, row.Verdict == Returns:
			r.Enrolled++
		}
	}
}

func nobodyInList() error {
	return fault.New(fault.Invalid, "list_empty", fault.Text{
		FR: "La liste est vide. Il faut une ligne par personne, avec son nom et son adresse e-mail.",
		EN: "The list is empty. It takes a line for each person, with their name and e-mail address.",
	})
}

func tooManyPeople() error {
	return fault.New(fault.TooLarge, "too_many_people", fault.Text{
		FR: "La liste dépasse 10 000 personnes : rien n’a été enregistré. Partagez-la en plusieurs.",
		EN: "The list exceeds 10,000 people: nothing was kept. Split it.",
	})
}
