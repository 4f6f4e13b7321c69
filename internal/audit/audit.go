// Package audit is the record of what was done to an installation: entries that nobody changes, each chained to the
// one before by its hash. Whoever knows the hash of one entry can tell whether it, or any entry before it, was altered,
// removed or moved.
package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// Program is the actor where no account acts: at start, or on the command line.
const Program = "program"

// Action is a stable code for what was done: what it was done to, a dot, what happened.
type Action string

// The actions.
const (
	VersionPublished Action = "version.published"
	DraftSent        Action = "draft.sent" // the zip of a case, whose content it tells
	CaseRetired      Action = "case.retired"
	CaseReadmitted   Action = "case.readmitted"
	DatabaseMigrated Action = "database.migrated"
	DatabaseRestored Action = "database.restored"

	CohortExported Action = "cohort.exported" // a file of its report, in a format that it tells
	ReportViewed   Action = "report.viewed"   // a person's work in a cohort, by a trainer of it
	AttemptViewed  Action = "attempt.viewed"  // the debrief of one of theirs

	CommentWritten      Action = "comment.written"
	CommentChanged      Action = "comment.changed"
	CommentWithdrawn    Action = "comment.withdrawn"
	AccountOpened       Action = "account.opened"
	AccountsInvited     Action = "account.invited"
	AccountJoined       Action = "account.joined" // a guest's attempts to it
	AccountClosed       Action = "account.closed"
	AccountReopened     Action = "account.reopened"
	RoleChanged         Action = "account.role_changed"
	PasswordChanged     Action = "account.password_changed"
	EmailChanged        Action = "account.email_changed"
	IdentityLinked      Action = "account.identity_linked"
	LoginsEnded         Action = "account.logins_ended"
	LinkMade            Action = "link.made"
	AccountErased       Action = "account.erased"
	ErasuresReplayed    Action = "erasures.replayed"   // after a restore
	NamesLetGo          Action = "cohort.names_let_go" // by its retention
	DemoAdded           Action = "demo.added"
	DemoRemoved         Action = "demo.removed"
	DemoViewed          Action = "demo.viewed"
	CohortCreated       Action = "cohort.created"
	CohortChanged       Action = "cohort.changed"
	CohortArchived      Action = "cohort.archived"
	CohortReopened      Action = "cohort.reopened"
	PostGiven           Action = "cohort.post_given"
	PostRemoved         Action = "cohort.post_removed"
	PeopleEnrolled      Action = "cohort.enrolled"
	MemberJoined        Action = "cohort.joined" // by an invitation
	MemberRemoved       Action = "cohort.member_removed"
	MemberReturned      Action = "cohort.member_returned"
	NoticeRead          Action = "cohort.notice_read"
	InvitationMade      Action = "invitation.made"
	InvitationRevoked   Action = "invitation.revoked"
	AssignmentMade      Action = "assignment.made"
	AssignmentChanged   Action = "assignment.changed"
	AssignmentWithdrawn Action = "assignment.withdrawn"
)

// Event is something that was done. It holds ids and figures, never a person's words.
type Event struct {
	Actor   string // the id of an account, or Program
	Action  Action
	Subject string // what it was done to: its kind, a slash, its id
	Details string // a small JSON object; empty is {}
}

// Entry is an event in its place in the chain. All of it is text as it is stored, so that what is hashed is what is
// there.
type Entry struct {
	Seq int64  // 1 and up, without a gap
	At  string // in Layout
	Event
	Previous string // the Hash of the entry before, Genesis for the first
	Hash     string // 64 hexadecimal digits, see Sum
}

// Layout is how the moment of an entry is written, always in UTC.
const Layout = "2006-01-02T15:04:05.000000Z"

// Genesis is what the first entry follows.
var Genesis = strings.Repeat("0", 2*sha256.Size)

// Follow is the entry that tells e after last; after the zero Entry, the first.
func Follow(last Entry, at time.Time, e Event) Entry {
	if e.Details == "" {
		e.Details = "{}"
	}
	next := Entry{Seq: last.Seq + 1, At: at.UTC().Format(Layout), Event: e, Previous: last.Hash}
	if last == (Entry{}) {
		next.Previous = Genesis
	}
	next.Hash = next.Sum()
	return next
}

// Sum is the SHA-256, in lower-case hexadecimal, of these texts in this order, each preceded by the number of its bytes
// as 8 bytes, big end first:
//
//	"casebook audit 1", Previous, Seq in decimal, At, Actor, Action, Subject, Details
//
// The lengths keep a letter from moving from one field into the next; the first text keeps the hash apart from any
// other use of SHA-256.
func (e Entry) Sum() string {
	h := sha256.New()
	for _, text := range []string{
		"casebook audit 1", e.Previous, strconv.FormatInt(e.Seq, 10), e.At, e.Actor, string(e.Action), e.Subject, e.Details,
	} {
		_ = binary.Write(h, binary.BigEndian, uint64(len(text))) // a hash takes whatever it is given
		_, _ = h.Write([]byte(text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// IsHash reports whether s is written as a hash is.
func IsHash(s string) bool {
	sum, err := hex.DecodeString(s)
	return err == nil && len(sum) == sha256.Size && s == strings.ToLower(s)
}
