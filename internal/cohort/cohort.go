// Package cohort knows the groups that people are trained in: who leads one, who is enrolled, which cases it is given
// and when, and who may see or do what there.
package cohort

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/library"
)

// Cohort is a group of people who are trained together.
type Cohort struct {
	ID            uuid.UUID
	Name          string
	Notice        string // Markdown, read before the first attempt: who sees what, and for how long
	NoticeVersion int    // counts up when the notice changes; 0 when there is none
	RetentionDays int    // how long attempts are kept under a name after they ended; 0 is for good
	Revision      int    // counts the changes: whoever changes it says which one they saw
	CreatedAt     time.Time
	ArchivedAt    time.Time // zero while it is active
	Demo          bool      // the demonstration: its people and their work are made up
}

// Post is what somebody is to a cohort that they do not learn in.
type Post string

// The posts. A trainer sees the work of each trainee; a manager sees figures of enough people, never a person's.
const (
	Trainer Post = "trainer"
	Manager Post = "manager"
)

// Scope is through whose eyes cohorts are read or changed. A cohort in which they do not have one of the posts is not
// there: a fault of kind NotFound. A post that their role does not suit, or no longer, opens nothing.
type Scope struct {
	Account uuid.UUID
	Posts   []Post // that will do
	All     bool   // an admin's: every cohort, for its settings
}

// Settings is the scope of whoever may change a cohort: its trainers, and admins.
func Settings(by account.Account) Scope {
	return Scope{by.ID, suiting(by, Trainer), by.Role == account.Admin}
}

// People is the scope of whoever may see the work of each trainee: the trainers of the cohort alone.
func People(by account.Account) Scope { return Scope{by.ID, suiting(by, Trainer), false} }

// Figures is the scope of whoever may read a cohort's figures: its trainers and managers.
func Figures(by account.Account) Scope { return Scope{by.ID, suiting(by, Trainer, Manager), false} }

// Seen is the scope of whoever may know that a cohort is there: its trainers, its managers, and admins.
func Seen(by account.Account) Scope {
	return Scope{by.ID, suiting(by, Trainer, Manager), by.Role == account.Admin}
}

// suiting are the posts that somebody's role suits.
func suiting(by account.Account, posts ...Post) []Post {
	return slices.DeleteFunc(posts, func(p Post) bool { return !Suits(by.Role, p) })
}

// Way is how somebody came to be enrolled.
type Way string

// The ways.
const (
	ByImport     Way = "import"
	ByInvitation Way = "invitation"
	ByHand       Way = "hand"
)

// Enrolment is a person in a cohort.
type Enrolment struct {
	Cohort, Account uuid.UUID
	Way             Way
	NoticeRead      int // the version of the notice that they have read, 0 for none
	EnrolledAt      time.Time
	LeftAt          time.Time // zero while they are in it
}

// Assignment is a case given to a cohort, in one version, with its window.
type Assignment struct {
	ID, Cohort  uuid.UUID
	Scenario    library.Ref
	OpensAt     time.Time
	DueAt       time.Time // nothing is begun after it, what is under way may end; zero is no end
	Attempts    int       // how often each may begin it; 0 is as often as they like
	Langs       []string  // that it may be played in; empty is all that the case is written in
	Learning    bool      // explanations after each decision, instead of at the debrief
	Revision    int
	CreatedAt   time.Time
	WithdrawnAt time.Time // zero while it stands
}

// Invitation lets people who hold its code enrol themselves, so many and so long.
type Invitation struct {
	ID, Cohort uuid.UUID
	Seats      int // at least 1
	Taken      int // up to Seats
	CreatedAt  time.Time
	ExpiresAt  time.Time
	RevokedAt  time.Time // zero while it stands
}
