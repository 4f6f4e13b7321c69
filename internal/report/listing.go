package report

import (
	"context"
	"iter"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
)

// listedPage is how many people of a listing are read at a time.
const listedPage = 250

// Rows are people, one after the other: each is good until the next is asked for, and an error is the last.
type Rows = iter.Seq2[*Row, error]

// Listing is the progress of a cohort that is read while it is gone through, some people at a time: however much they
// played, it takes no more memory. Nothing of the database is held in between. So a listing is not of one moment: each
// time that it is gone through, whatever was played since is in it. Its people are those who were enrolled when it began.
type Listing struct {
	Head   Progress // without people, and without what Sum adds
	reader *Reader
	table  *table
	by     account.Account
	pick   Pick
	picks  func(*Row) bool
}

// Listing begins one. To a manager, whatever they pick, it tells of groups of five alone: see Sum.
func (r *Reader) Listing(ctx context.Context, by account.Account, id uuid.UUID, p Pick) (*Listing, error) {
	roll, err := r.records.CohortOutline(ctx, cohort.Figures(by), id)
	if err != nil {
		return nil, err
	}
	t, err := r.table(ctx, &roll)
	if err != nil {
		return nil, err
	}
	l := &Listing{Head: t.head(), reader: r, table: t, by: by, pick: p}
	l.Head.View = viewOf(roll.Post)
	l.picks = l.Head.narrow(p)
	return l, nil
}

// Sum is what Progress tells, but for the people, and for a trainer the growth and the brief.
func (l *Listing) Sum(ctx context.Context) (Progress, error) {
	if l.Head.View == Figures {
		return l.reader.Progress(ctx, l.by, l.table.Cohort.ID, l.pick)
	}
	sums := l.table.noSums()
	for row, err := range l.all(ctx) {
		if err != nil {
			return Progress{}, err
		}
		sums.add(row)
	}
	out := l.table.head()
	sums.tell(&out)
	out.narrow(l.pick)
	return out, nil
}

// Rows are the people who were picked, by name; none for a manager.
func (l *Listing) Rows(ctx context.Context) Rows {
	return func(yield func(*Row, error) bool) {
		if l.Head.View == Figures {
			return
		}
		for row, err := range l.all(ctx) {
			if (err != nil || l.picks(row)) && !yield(row, err) {
				return
			}
		}
	}
}

// all are the rows of everybody, with all columns.
func (l *Listing) all(ctx context.Context) Rows {
	return func(yield func(*Row, error) bool) {
		for some := range slices.Chunk(l.table.Members, listedPage) {
			page, err := l.page(ctx, some)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, m := range some {
				row, err := page.row(m)
				if !yield(&row, err) || err != nil {
					return
				}
			}
		}
	}
}

// page is the table of some people. Whatever is of a version that nobody had begun before is left out.
func (l *Listing) page(ctx context.Context, some []Member) (*table, error) {
	people := make([]uuid.UUID, len(some))
	for i, m := range some {
		people[i] = m.Account
	}
	ended, open, err := l.reader.records.CohortWork(ctx, cohort.People(l.by), l.table.Cohort.ID, people)
	if err != nil {
		return nil, err
	}
	page := *l.table
	page.works = worksOf(
		slices.DeleteFunc(ended, func(e Ended) bool { return page.versions[e.Scenario] == nil }),
		slices.DeleteFunc(open, func(a attempt.Attempt) bool { return page.versions[a.Scenario] == nil }),
	)
	return &page, nil
}
