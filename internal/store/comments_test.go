package store

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/audit"
	"casebook/internal/cohort"
	"casebook/internal/comment"
	"casebook/internal/fault"
)

var _ comment.Store = (*Store)(nil)

// somebody adds somebody with a name and a role.
func somebody(t testing.TB, s *Store, name string, role account.Role) account.Account {
	t.Helper()
	a := account.Account{ID: newID(t), Kind: account.Person, Role: role, Name: name, CreatedAt: noon}
	if err := s.AddAccount(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// led adds a cohort with people who have a post in it.
func led(t testing.TB, s *Store, posts map[uuid.UUID]cohort.Post) uuid.UUID {
	t.Helper()
	id := newID(t)
	meddle(t, s, "INSERT INTO cohorts (id, name, revision, created_at) VALUES (?, 'Spring', 1, ?)", key(id), noon)
	for who, post := range posts {
		meddle(t, s, "INSERT INTO cohort_posts (cohort_id, account_id, post) VALUES (?, ?, ?)", key(id), key(who), string(post))
	}
	return id
}

// reasoned is an attempt under a cohort that somebody gave up after two decisions with a reason and one without.
func reasoned(t testing.TB, s *Store, owner, of uuid.UUID) attempt.Attempt {
	t.Helper()
	a := underWay(t, s, owner, of)
	a, err := s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
		giveUp(a)
		a.Summary.Cohort = of
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// underWay is such an attempt that goes on.
func underWay(t testing.TB, s *Store, owner, of uuid.UUID) attempt.Attempt {
	t.Helper()
	a := begun(t, s, owner)
	a.ID, a.Under = newID(t), attempt.Under{Assignment: newID(t), Cohort: of}
	if err := s.AddAttempt(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	a, err := s.ChangeAttempt(t.Context(), owner, a.ID, func(a *attempt.Attempt) error {
		decide(a, "one")
		decide(a, "two")
		decide(a, "three")
		a.Decisions[2].Rationale = ""
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// classroom is a cohort with a trainer, another trainer, a manager and a trainee who has given reasons.
type classroom struct {
	*testing.T
	s                       *Store
	trainer, second, leader account.Account
	trainee                 account.Account
	cohort                  uuid.UUID
	attempt                 attempt.Attempt
}

func inClass(t *testing.T, test func(c *classroom)) {
	t.Helper()
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		c := &classroom{
			T: t, s: s, trainer: somebody(t, s, "Ada", account.Trainer), second: somebody(t, s, "Grace", account.Trainer),
			leader: somebody(t, s, "Max", account.Manager), trainee: somebody(t, s, "Tom", account.Trainee),
		}
		c.cohort = led(t, s, map[uuid.UUID]cohort.Post{
			c.trainer.ID: cohort.Trainer, c.second.ID: cohort.Trainer, c.leader.ID: cohort.Manager,
		})
		c.attempt = reasoned(t, s, c.trainee.ID, c.cohort)
		test(c)
	})
}

func (c *classroom) keep(by account.Account, revision int, text string, levels comment.Levels) (comment.Comment, error) {
	return c.s.KeepComment(c.Context(), cohort.People(by), c.cohort, comment.Comment{
		Attempt: c.attempt.ID, Step: 1, Levels: levels, Text: text, Revision: revision, WrittenAt: noon, ChangedAt: noon,
	})
}

func (c *classroom) check(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

var twoOfFour = comment.Levels{comment.Clues: 3, comment.Perspective: 0, comment.Principle: comment.Unrated, comment.Outcome: comment.Unrated}

func TestACommentIsKeptForItsTraineeAndTheTrainersOfTheCohort(t *testing.T) {
	inClass(t, func(c *classroom) {
		kept, err := c.keep(c.trainer, 0, "Dated facts, good.", twoOfFour)
		c.check(err)
		want := comment.Comment{
			Attempt: c.attempt.ID, Step: 1, Rater: c.trainer.ID, RaterName: "Ada", Levels: twoOfFour,
			Text: "Dated facts, good.", Revision: 1, WrittenAt: noon, ChangedAt: noon,
		}
		if kept != want {
			c.Errorf("kept %+v, want %+v", kept, want)
		}
		_, err = c.keep(c.second, 0, "Whose interest?", comment.NoLevels())
		c.check(err)
		for _, by := range []account.Account{c.trainer, c.second} {
			list, err := c.s.CommentsUnder(c.Context(), cohort.People(by), c.cohort, c.attempt.ID)
			if c.check(err); len(list) != 2 || !slices.Contains(list, want) {
				c.Errorf("%s reads %+v", by.Name, list)
			}
		}
		mine, err := c.s.Comments(c.Context(), c.trainee.ID, c.attempt.ID)
		if c.check(err); len(mine) != 2 || !slices.Contains(mine, want) {
			c.Errorf("the trainee reads %+v", mine)
		}
	})
}

func TestACommentIsNobodyElses(t *testing.T) {
	inClass(t, func(c *classroom) {
		_, err := c.keep(c.trainer, 0, "For Tom.", twoOfFour)
		c.check(err)
		stranger := somebody(t, c.s, "Eve", account.Trainer)
		elsewhere := led(c.T, c.s, map[uuid.UUID]cohort.Post{stranger.ID: cohort.Trainer, c.trainer.ID: cohort.Trainer})
		own := reasoned(c.T, c.s, c.trainer.ID, c.cohort) // a trainer who plays too
		ctx, at := c.Context(), comment.Place{Attempt: c.attempt.ID, Step: 1}
		for name, err := range map[string]error{
			"a trainer of another cohort reads it": second(c.s.CommentsUnder(ctx, cohort.People(stranger), c.cohort, c.attempt.ID)),
			"through their own cohort":             second(c.s.CommentsUnder(ctx, cohort.People(stranger), elsewhere, c.attempt.ID)),
			"a trainer of both, through the other": second(c.s.CommentsUnder(ctx, cohort.People(c.trainer), elsewhere, c.attempt.ID)),
			"a manager reads it":                   second(c.s.CommentsUnder(ctx, cohort.People(c.leader), c.cohort, c.attempt.ID)),
			"the trainee reads as a trainer":       second(c.s.CommentsUnder(ctx, cohort.People(c.trainee), c.cohort, c.attempt.ID)),
			"an admin reads it":                    second(c.s.CommentsUnder(ctx, cohort.People(somebody(t, c.s, "Root", account.Admin)), c.cohort, c.attempt.ID)),
			"a trainer reads as the trainee":       second(c.s.Comments(ctx, c.trainer.ID, c.attempt.ID)),
			"a stranger writes":                    second(c.keep(stranger, 0, "Hm.", twoOfFour)),
			"a manager writes":                     second(c.keep(c.leader, 0, "Hm.", twoOfFour)),
			"a stranger opens the attempt":         second(c.s.AttemptUnder(ctx, cohort.People(stranger), c.cohort, c.attempt.ID)),
			"a manager opens the attempt":          second(c.s.AttemptUnder(ctx, cohort.People(c.leader), c.cohort, c.attempt.ID)),
			"a trainer opens their own":            second(c.s.AttemptUnder(ctx, cohort.People(c.trainer), c.cohort, own.ID)),
			"a stranger withdraws it":              c.s.WithdrawComment(ctx, cohort.People(stranger), c.cohort, at, 1),
			"a stranger marks it as read":          c.s.ReadComments(ctx, stranger.ID, c.attempt.ID, noon),
		} {
			if !fault.Is(err, fault.NotFound) {
				c.Errorf("%s: %v, want not found", name, err)
			}
		}
		if _, _, err := c.s.Reasons(ctx, cohort.People(c.leader), c.cohort); !fault.Is(err, fault.NotFound) {
			c.Errorf("a manager lists reasons: %v", err)
		}
	})
}

// second is the error of a call that answers something else too.
func second[T any](_ T, err error) error { return err }

func TestOfRivalChangesOfACommentOneIsKept(t *testing.T) {
	inClass(t, func(c *classroom) {
		_, err := c.keep(c.trainer, 0, "first", twoOfFour)
		c.check(err)
		_, err = c.keep(c.trainer, 0, "again the first", twoOfFour)
		wantFault(c.T, err, fault.Conflict, "comment_conflict")
		f, _ := fault.From(err)
		if kept, ok := f.Extra["comment"].(comment.Comment); !ok || kept.Text != "first" || kept.Revision != 1 {
			c.Errorf("told %+v", f.Extra)
		}
		var kept sync.Map
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				if _, err := c.keep(c.trainer, 1, strings.Repeat("x", i+1), twoOfFour); err == nil {
					kept.Store(i, true)
				} else if !fault.Is(err, fault.Conflict) {
					c.Error(err)
				}
			})
		}
		all.Wait()
		n := 0
		kept.Range(func(any, any) bool { n++; return true })
		if n != 1 {
			c.Errorf("%d rivals were kept", n)
		}
	})
}

func TestAChangedCommentIsUnreadAgain(t *testing.T) {
	inClass(t, func(c *classroom) {
		ctx := c.Context()
		_, err := c.keep(c.trainer, 0, "first", comment.NoLevels())
		c.check(err)
		unread := func() int {
			list, err := c.s.UnreadComments(ctx, c.trainee.ID, 5)
			if c.check(err); len(list) == 0 {
				return 0
			}
			if len(list) != 1 || list[0].Attempt != c.attempt.ID || list[0].Scenario != c.attempt.Scenario {
				c.Errorf("unread %+v", list)
			}
			return list[0].Comments
		}
		if n := unread(); n != 1 {
			c.Errorf("%d unread", n)
		}
		c.check(c.s.ReadComments(ctx, c.trainee.ID, c.attempt.ID, noon.Add(time.Hour)))
		if n := unread(); n != 0 {
			c.Errorf("%d unread once read", n)
		}
		_, err = c.keep(c.trainer, 1, "changed", comment.NoLevels())
		c.check(err)
		if n := unread(); n != 1 {
			c.Errorf("%d unread once changed", n)
		}
		if list, err := c.s.UnreadComments(ctx, c.trainer.ID, 5); err != nil || len(list) != 0 {
			c.Errorf("the trainer has news: %v, %v", list, err)
		}
	})
}

func TestACommentAnswersAReasonOfAnEndedAttempt(t *testing.T) {
	inClass(t, func(c *classroom) {
		keep := func(id uuid.UUID, step int) error {
			_, err := c.s.KeepComment(c.Context(), cohort.People(c.trainer), c.cohort, comment.Comment{
				Attempt: id, Step: step, Levels: twoOfFour, WrittenAt: noon, ChangedAt: noon,
			})
			return err
		}
		wantFault(c.T, keep(c.attempt.ID, 2), fault.NotFound, "no_rationale")
		wantFault(c.T, keep(c.attempt.ID, 9), fault.NotFound, "no_rationale")
		wantFault(c.T, keep(underWay(c.T, c.s, c.trainee.ID, c.cohort).ID, 0), fault.NotFound, "unknown_work")
		wantFault(c.T, keep(begun(c.T, c.s, c.trainee.ID).ID, 0), fault.NotFound, "unknown_work")
	})
}

func TestReasonsAreThoseOfOthersInEndedAttempts(t *testing.T) {
	inClass(t, func(c *classroom) {
		underWay(c.T, c.s, c.trainee.ID, c.cohort)
		reasoned(c.T, c.s, c.trainer.ID, c.cohort)                           // the trainer's own
		reasoned(c.T, c.s, c.trainee.ID, led(c.T, c.s, nil))                 // under another cohort
		reasoned(c.T, c.s, somebody(c.T, c.s, "", "trainee").ID, newID(c.T)) // under none that is there
		_, err := c.keep(c.second, 0, "only words", comment.NoLevels())
		c.check(err)
		_, err = c.keep(c.trainer, 0, "", twoOfFour)
		c.check(err)
		reasons, ratings, err := c.s.Reasons(c.Context(), cohort.People(c.trainer), c.cohort)
		c.check(err)
		if len(reasons) != 2 || reasons[0].Attempt != c.attempt.ID || reasons[0].Name != "Tom" || reasons[0].Scenario != c.attempt.Scenario {
			c.Errorf("reasons %+v", reasons)
		}
		if len(ratings) != 1 || ratings[0].Rater != c.trainer.ID || ratings[0].Levels != twoOfFour || ratings[0].Step != 1 {
			c.Errorf("ratings %+v", ratings)
		}
	})
}

func TestACommentIsTakenBackByItsRaterAndGoesWithTheAttempt(t *testing.T) {
	inClass(t, func(c *classroom) {
		ctx, at := c.Context(), comment.Place{Attempt: c.attempt.ID, Step: 1}
		_, err := c.keep(c.trainer, 0, "hm", twoOfFour)
		c.check(err)
		_, err = c.keep(c.second, 0, "hm too", twoOfFour)
		c.check(err)
		err = c.s.WithdrawComment(ctx, cohort.People(c.trainer), c.cohort, at, 7)
		wantFault(c.T, err, fault.Conflict, "comment_conflict")
		c.check(c.s.WithdrawComment(ctx, cohort.People(c.trainer), c.cohort, at, 1))
		list, err := c.s.Comments(ctx, c.trainee.ID, c.attempt.ID)
		if c.check(err); len(list) != 1 || list[0].Rater != c.second.ID {
			c.Errorf("left are %+v", list)
		}
		meddle(c.T, c.s, "DELETE FROM attempts WHERE id = ?", key(c.attempt.ID))
		var left int64
		c.check(c.s.read.Model(&commentRow{}).Count(&left).Error)
		if left != 0 {
			c.Errorf("%d comments outlive their attempt", left)
		}
	})
}

func TestWhoCommentsIsOnRecordWithoutTheirWords(t *testing.T) {
	inClass(t, func(c *classroom) {
		_, err := c.keep(c.trainer, 0, "secret words", twoOfFour)
		c.check(err)
		_, err = c.keep(c.trainer, 1, "other words", twoOfFour)
		c.check(err)
		c.check(c.s.WithdrawComment(c.Context(), cohort.People(c.trainer), c.cohort, comment.Place{Attempt: c.attempt.ID, Step: 1}, 2))
		all := entries(c.T, c.s)
		told := all[len(all)-3:]
		for i, action := range []audit.Action{audit.CommentWritten, audit.CommentChanged, audit.CommentWithdrawn} {
			e := told[i]
			if e.Action != action || e.Actor != c.trainer.ID.String() || e.Subject != "attempt/"+c.attempt.ID.String() {
				c.Errorf("entry %+v, want %s", e, action)
			}
			if e.Details != `{"cohort":"`+c.cohort.String()+`","step":1}` {
				c.Errorf("details %s", e.Details)
			}
		}
	})
}
