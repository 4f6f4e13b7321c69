package personal

import (
	"archive/zip"
	"context"
	"io"
	"iter"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/export"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// archive writes all that is kept about somebody, a file after the other. Attempts are read again for each, one at a
// time, so that memory does not grow with them.
type archive struct {
	ctx  context.Context
	srv  *Service
	by   account.Account
	lang string
	held Holdings
	zip  *zip.Writer
}

// Export writes a zip of all that is kept about somebody, in the language of what is to be read. What was written
// before an error is not the whole, and cannot be opened.
func (s *Service) Export(ctx context.Context, by account.Account, lang string, to io.Writer) error {
	held, err := s.store.Holdings(ctx, by.ID)
	if err != nil {
		return err
	}
	a := &archive{ctx, s, by, lang, held, zip.NewWriter(to)}
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"README.txt", a.readme},
		{"index.html", a.page},
		{"data.json", a.data},
		{"attempts.csv", a.attemptsSheet},
		{"decisions.csv", a.decisionsSheet},
	} {
		w, err := a.zip.CreateHeader(&zip.FileHeader{Name: file.name, Method: zip.Deflate, Modified: s.now()})
		if err == nil {
			err = file.write(w)
		}
		if err != nil {
			return err
		}
	}
	return a.zip.Close()
}

// story is one attempt with what it takes to tell it.
type story struct {
	attempt.Attempt
	version *library.Version
	text    *scenario.Text
	debrief *attempt.Debrief // nil unless it has come to an ending
}

// stories reads all attempts, the last begun first.
func (a *archive) stories() iter.Seq2[*story, error] {
	return func(yield func(*story, error) bool) {
		for before := uuid.Nil; ; {
			page, err := a.srv.store.Attempts(a.ctx, a.by.ID, before, attempt.MostListed)
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range page {
				s, err := a.story(page[i].ID)
				if fault.Is(err, fault.NotFound) {
					continue // erased meanwhile
				}
				if !yield(s, err) || err != nil {
					return
				}
			}
			if len(page) < attempt.MostListed {
				return
			}
			before = page[len(page)-1].ID
		}
	}
}

func (a *archive) story(id uuid.UUID) (*story, error) {
	kept, err := a.srv.store.Attempt(a.ctx, a.by.ID, id)
	if err != nil {
		return nil, err
	}
	v, err := a.srv.library.Find(a.ctx, kept.Scenario)
	if err != nil {
		return nil, err
	}
	s := &story{Attempt: kept, version: v, text: v.Scenario.Text(kept.Lang)}
	if kept.Status != attempt.Completed {
		return s, nil
	}
	d, err := a.srv.debriefs.Debrief(a.ctx, a.by, id)
	if _, refused := fault.From(err); err != nil && !refused {
		return nil, err
	} else if err == nil {
		s.debrief = &d
	}
	return s, nil
}

// node and label are what was asked at a step, and what was chosen.
func (s *story) node(d *attempt.Decision) string {
	if text := &s.text.Nodes[d.Node]; text.Title != "" {
		return text.Title
	}
	return s.version.Scenario.Nodes[d.Node].ID
}

func (s *story) label(d *attempt.Decision) string {
	if look, ok := d.Move.IsLook(); ok {
		return s.text.Nodes[d.Node].Looks[look].Label
	}
	return s.text.Nodes[d.Node].Choices[d.Move].Label
}

func (s *story) move(d *attempt.Decision) string {
	return engine.Name(s.version.Scenario, d.Node, d.Move)
}

func (a *archive) reader() export.Reader { return export.Reader{Lang: a.lang, Zone: time.UTC} }

func (a *archive) attemptsSheet(w io.Writer) error {
	t := words[a.lang]
	return export.CSV(w, a.reader(), export.Sheet{
		Columns: columns("id", t.Case, t.Version, t.Status, t.Begun, t.Ended, t.Ending, t.Score),
		Rows: func(yield func([]export.Cell, error) bool) {
			for s, err := range a.stories() {
				if err != nil {
					yield(nil, err)
					return
				}
				ending, score := export.Cell{}, export.Cell{}
				if s.debrief != nil {
					ending = export.Text(s.debrief.Outcome.Title)
					if s.debrief.Outcome.Capped != nil {
						score = export.Decimal(*s.debrief.Outcome.Capped)
					}
				}
				if !yield([]export.Cell{
					export.Text(s.ID.String()), export.Text(s.text.Title), export.Count(s.Scenario.Version), export.Text(t.Statuses[s.Status]),
					export.Moment(s.StartedAt), export.Moment(s.EndedAt), ending, score,
				}, nil) {
					return
				}
			}
		},
	})
}

func (a *archive) decisionsSheet(w io.Writer) error {
	t := words[a.lang]
	return export.CSV(w, a.reader(), export.Sheet{
		Columns: columns("id", t.Case, t.Step, t.Moment, t.Chosen, t.Why, t.Sure, t.Took, t.At, t.Comment),
		Rows: func(yield func([]export.Cell, error) bool) {
			for s, err := range a.stories() {
				if err != nil {
					yield(nil, err)
					return
				}
				for step := range s.Decisions {
					if !yield(a.decisionRow(s, step), nil) {
						return
					}
				}
			}
		},
	})
}

func (a *archive) decisionRow(s *story, step int) []export.Cell {
	d := &s.Decisions[step]
	sure := export.Cell{}
	if d.Confidence > 0 {
		sure = export.Count(d.Confidence)
	}
	return []export.Cell{
		export.Text(s.ID.String()), export.Text(s.text.Title), export.Count(step + 1), export.Text(s.node(d)), export.Text(s.label(d)),
		export.Text(d.Rationale), sure, export.Decimal(d.Took.Seconds()), export.Moment(d.At),
		export.Text(words[a.lang].Rated.Replace(a.held.Comments[Place{s.ID, step}])),
	}
}

func columns(titles ...string) (list []export.Column) {
	for _, title := range titles {
		list = append(list, export.Column{Title: title, Width: 20})
	}
	return list
}

// aboutMe are all entries of the trail of what others did about somebody, the last first.
func (a *archive) aboutMe() iter.Seq2[Told, error] {
	return func(yield func(Told, error) bool) {
		for before := int64(0); ; {
			list, next, err := a.srv.Sightings(a.ctx, a.by, a.lang, before, MostEntries)
			if err != nil {
				yield(Told{}, err)
				return
			}
			for _, t := range list {
				if !yield(t, nil) {
					return
				}
			}
			if before = next; next == 0 {
				return
			}
		}
	}
}
