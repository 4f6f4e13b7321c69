package cohort

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// PageSize is how many cohorts, and how many members, a page holds.
const PageSize = 50

const (
	longestName   = 120
	longestNotice = 8000
	longestKept   = 3650 // days
)

// Query is which page of a list is asked for. Its order is by name, then by id.
type Query struct {
	Search string // words of names and addresses, as account.Sought takes them; empty is all
	Offset int
	Past   bool // those that are archived, or have left, instead of the others
}

// Listed is a line of the list of cohorts.
type Listed struct {
	Cohort
	Post        Post // of whoever asks; empty for an admin who has none
	People      int  // enrolled
	Assignments int  // that stand
}

// Full is a cohort and who leads it.
type Full struct {
	Cohort
	Post   Post // of whoever asks; empty for an admin who has none
	People int  // enrolled
	Leads  []Lead
}

// Lead is somebody who has a post.
type Lead struct {
	Account     uuid.UUID
	Name, Email string
	Post        Post
}

// Groups keeps cohorts and their posts. ChangeCohort runs change on what is kept and keeps what it did: rivals wait for
// each other. An error of change is returned as it is.
type Groups interface {
	AddCohort(ctx context.Context, trainer uuid.UUID, c Cohort) error
	Cohort(ctx context.Context, of Scope, id uuid.UUID) (Full, error)
	Cohorts(ctx context.Context, of Scope, q Query) (page []Listed, total int, err error)
	ChangeCohort(ctx context.Context, of Scope, id uuid.UUID, change func(*Cohort) error) error
	GivePost(ctx context.Context, of Scope, id uuid.UUID, email string, post Post) error
	RemovePost(ctx context.Context, of Scope, id, who uuid.UUID) error
}

// Create makes a cohort, of which by becomes a trainer.
func (s *Service) Create(ctx context.Context, by account.Account, name string, retentionDays int) (Full, error) {
	if by.Role != account.Trainer && by.Role != account.Admin {
		return Full{}, trainersOnly()
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Full{}, err
	}
	c := Cohort{ID: id, Revision: 1, CreatedAt: s.now()}
	if err := c.set(Terms{Name: name, RetentionDays: retentionDays}); err != nil {
		return Full{}, err
	}
	c.NoticeVersion = 1
	if err := s.store.AddCohort(ctx, by.ID, c); err != nil {
		return Full{}, err
	}
	return s.Find(ctx, by, id)
}

// Find shows a cohort to those who lead it, and to admins.
func (s *Service) Find(ctx context.Context, by account.Account, id uuid.UUID) (Full, error) {
	return s.store.Cohort(ctx, Seen(by), id)
}

// List lists the cohorts that somebody leads; to an admin, all.
func (s *Service) List(ctx context.Context, by account.Account, q Query) ([]Listed, int, error) {
	return s.store.Cohorts(ctx, Seen(by), q)
}

// Terms are what a trainer sets for a cohort.
type Terms struct {
	Name          string
	Notice        string // Markdown; empty is the standard notice
	RetentionDays int
}

// Change sets the terms of a cohort as it was at a revision. Over a change made since, it is refused with the cohort
// that is kept, under "cohort".
func (s *Service) Change(ctx context.Context, by account.Account, id uuid.UUID, revision int, t Terms) (Full, error) {
	return s.change(ctx, by, id, revision, func(c *Cohort) error {
		if !c.ArchivedAt.IsZero() {
			return Archived()
		}
		return c.set(t)
	})
}

// Archive closes a cohort, or opens it again. An archived one is only read.
func (s *Service) Archive(ctx context.Context, by account.Account, id uuid.UUID, revision int, closed bool) (Full, error) {
	return s.change(ctx, by, id, revision, func(c *Cohort) error {
		switch {
		case !closed:
			c.ArchivedAt = time.Time{}
		case c.ArchivedAt.IsZero():
			c.ArchivedAt = s.now()
		}
		return nil
	})
}

func (s *Service) change(ctx context.Context, by account.Account, id uuid.UUID, revision int, change func(*Cohort) error) (Full, error) {
	err := s.store.ChangeCohort(ctx, Settings(by), id, func(c *Cohort) error {
		if c.Revision != revision {
			return cohortChanged()
		}
		c.Revision++
		return change(c)
	})
	if f, ok := fault.From(err); ok && f.Code == codeCohortChanged {
		now, err := s.Find(ctx, by, id)
		if err != nil {
			return Full{}, err
		}
		return Full{}, f.With("cohort", now)
	}
	if err != nil {
		return Full{}, err
	}
	return s.Find(ctx, by, id)
}

// set sets the terms. The notice has a new version when what it says has changed.
func (c *Cohort) set(t Terms) error {
	t.Name = strings.Join(strings.Fields(t.Name), " ")
	t.Notice = strings.TrimSpace(strings.ReplaceAll(t.Notice, "\r\n", "\n"))
	switch {
	case t.Name == "" || utf8.RuneCountInString(t.Name) > longestName || strings.ContainsFunc(t.Name, unreadable):
		return badName()
	case utf8.RuneCountInString(t.Notice) > longestNotice:
		return noticeTooLong()
	case t.RetentionDays < 0 || t.RetentionDays > longestKept:
		return badRetention()
	}
	if t.Notice != c.Notice || t.Notice == "" && t.RetentionDays != c.RetentionDays {
		c.NoticeVersion++
	}
	c.Name, c.Notice, c.RetentionDays = t.Name, t.Notice, t.RetentionDays
	return nil
}

// unreadable is what no name holds: what is not shown, or turns round how the rest is read.
func unreadable(r rune) bool {
	return unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r)
}

// GivePost makes somebody who has an account a trainer or a manager of a cohort, when their role suits.
func (s *Service) GivePost(ctx context.Context, by account.Account, id uuid.UUID, email string, post Post) (Full, error) {
	email, err := account.CleanEmail(email)
	if err != nil {
		return Full{}, err
	}
	if err := s.store.GivePost(ctx, Settings(by), id, email, post); err != nil {
		return Full{}, err
	}
	return s.Find(ctx, by, id)
}

// RemovePost takes somebody's post away. The last trainer keeps theirs. Who gives up their own no longer sees the cohort,
// unless they are an admin.
func (s *Service) RemovePost(ctx context.Context, by account.Account, id, who uuid.UUID) (Full, error) {
	before, err := s.store.Cohort(ctx, Settings(by), id)
	if err != nil {
		return Full{}, err
	}
	if err := s.store.RemovePost(ctx, Settings(by), id, who); err != nil {
		return Full{}, err
	}
	if who == by.ID && by.Role != account.Admin {
		before.Post, before.Leads = "", nil
		return before, nil
	}
	return s.Find(ctx, by, id)
}

// Suits reports whether somebody of this role may have a post.
func Suits(role account.Role, post Post) bool {
	return role == account.Admin || role == account.Trainer || role == account.Manager && post == Manager
}
