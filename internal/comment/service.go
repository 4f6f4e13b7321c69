package comment

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/fault"
	"casebook/internal/library"
)

// MostText is how many characters a comment's text may have.
const MostText = 2000

// mostUnread is how many attempts with news are listed.
const mostUnread = 10

// Library hands out published versions.
type Library interface {
	Find(ctx context.Context, ref library.Ref) (*library.Version, error)
}

// Attempts tells what somebody had before them when they decided.
type Attempts interface {
	Retell(ctx context.Context, a attempt.Attempt, step int) (attempt.Retold, error)
}

// Service keeps what trainers say, and shows it to the people it is for.
type Service struct {
	store    Store
	library  Library
	attempts Attempts
	now      func() time.Time
}

// New makes a service; now answers in UTC.
func New(store Store, lib Library, attempts Attempts, now func() time.Time) *Service {
	return &Service{store, lib, attempts, now}
}

// Save keeps what a trainer says to a reason, over the revision that they saw. Over one that was changed since it is
// refused with the comment that is kept, under "comment".
func (s *Service) Save(ctx context.Context, by account.Account, of uuid.UUID, c Comment) (Comment, error) {
	c.Text = strings.TrimSpace(c.Text)
	switch {
	case !c.Levels.Rated() && c.Text == "":
		return Comment{}, fault.New(fault.Invalid, "comment_empty", fault.Text{
			FR: "Ce commentaire est vide : notez au moins un critère ou écrivez un mot. Pour le retirer, supprimez-le.",
			EN: "This comment is empty: rate at least one criterion, or write something. To take it back, remove it.",
		})
	case utf8.RuneCountInString(c.Text) > MostText:
		return Comment{}, fault.New(fault.Invalid, "comment_too_long", fault.Text{
			FR: "Ce commentaire dépasse %d caractères. Raccourcissez-le.",
			EN: "This comment has more than %d characters. Shorten it.",
		}, MostText)
	}
	for _, l := range c.Levels {
		if l < Unrated || l > MostLevel {
			return Comment{}, fault.New(fault.Invalid, "no_such_level", fault.Text{
				FR: "Le niveau %[1]d n’existe pas : ils vont de 0 à %[2]d.",
				EN: "There is no level %[1]d: they go from 0 to %[2]d.",
			}, l, MostLevel)
		}
	}
	c.Rater, c.WrittenAt, c.ChangedAt = by.ID, s.now(), s.now()
	return s.store.KeepComment(ctx, cohort.People(by), of, c)
}

// Withdraw takes back what a trainer said, and answers what others say of the same attempt.
func (s *Service) Withdraw(ctx context.Context, by account.Account, of uuid.UUID, at Place, revision int) ([]Comment, error) {
	if err := s.store.WithdrawComment(ctx, cohort.People(by), of, at, revision); err != nil {
		return nil, err
	}
	return s.Of(ctx, by, of, at.Attempt)
}

// Of lists what trainers say of an attempt under a cohort, for one of them. What others say to a reason that they have
// not rated themselves is left out while two are to rate it: they would not rate it freely.
func (s *Service) Of(ctx context.Context, by account.Account, of, id uuid.UUID) ([]Comment, error) {
	list, err := s.store.CommentsUnder(ctx, cohort.People(by), of, id)
	if err != nil {
		return nil, err
	}
	reasons, _, err := s.store.Reasons(ctx, cohort.People(by), of)
	if err != nil {
		return nil, err
	}
	return seen(list, by.ID, doubled(reasons)), nil
}

// seen is what a rater may read of comments.
func seen(list []Comment, rater uuid.UUID, twice map[Place]bool) []Comment {
	mine := map[int]bool{}
	for _, c := range list {
		mine[c.Step] = mine[c.Step] || c.Rater == rater && c.Levels.Rated()
	}
	open := []Comment{}
	for _, c := range list {
		if c.Rater == rater || mine[c.Step] || !twice[Place{c.Attempt, c.Step}] {
			open = append(open, c)
		}
	}
	return open
}

// Mine lists what trainers say of an attempt of one's own.
func (s *Service) Mine(ctx context.Context, by account.Account, id uuid.UUID) ([]Comment, error) {
	return s.store.Comments(ctx, by.ID, id)
}

// Read notes that somebody has read what is said of an attempt of theirs.
func (s *Service) Read(ctx context.Context, by account.Account, id uuid.UUID) ([]Comment, error) {
	if err := s.store.ReadComments(ctx, by.ID, id, s.now()); err != nil {
		return nil, err
	}
	return s.Mine(ctx, by, id)
}

// News is an attempt of one's own with comments that one has not read.
type News struct {
	Unread
	Title string
}

// News lists where there is something to read, the last commented first.
func (s *Service) News(ctx context.Context, by account.Account) ([]News, error) {
	unread, err := s.store.UnreadComments(ctx, by.ID, mostUnread)
	if err != nil {
		return nil, err
	}
	list := make([]News, len(unread))
	for i, u := range unread {
		v, err := s.library.Find(ctx, u.Scenario)
		if err != nil {
			return nil, err
		}
		list[i] = News{u, v.Scenario.Text(u.Lang).Title}
	}
	return list, nil
}
