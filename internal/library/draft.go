package library

import (
	"context"
	"io/fs"
	"regexp"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Draft is a case that is worked on: it may be broken, nobody but its author sees it, and it can be rehearsed but not
// assigned.
type Draft struct {
	ID        uuid.UUID
	By        uuid.UUID // the account of its author
	Scenario  string    // the id that the case gives itself; empty while it cannot be read
	Titles    map[string]string
	Archive   []byte // see Pack; lists leave it out
	Content   string // hex SHA-256 of Archive
	Revision  int    // counts what was sent, from 1
	CreatedAt time.Time
	ChangedAt time.Time
}

// Scope is whose drafts are meant: those of one account, or everybody's.
type Scope struct {
	Account uuid.UUID
	All     bool
}

// Drafts keeps drafts. A draft out of scope does not exist: it is a fault of kind NotFound.
type Drafts interface {
	// AddDraft refuses one that is over so many of its author's.
	AddDraft(ctx context.Context, d Draft, most int) error
	// Drafts lists them without their archives, the last changed first.
	Drafts(ctx context.Context, whose Scope) ([]Draft, error)
	Draft(ctx context.Context, whose Scope, id uuid.UUID) (Draft, error)
	// ChangeDraft puts d in the place of the revision before d.Revision; another one there is a fault of kind Conflict.
	ChangeDraft(ctx context.Context, whose Scope, d Draft) error
	RemoveDraft(ctx context.Context, whose Scope, id uuid.UUID) error
	// PublishDraft adds a version as Store.AddVersion does, and removes the draft that it was, which has to be at this
	// revision still. A draft that is no new version stays.
	PublishDraft(ctx context.Context, whose Scope, id uuid.UUID, revision int, r Record) (ref Ref, added bool, err error)
	// Retire takes a scenario out of the offer, or puts it back; doing so twice changes nothing.
	Retire(ctx context.Context, by uuid.UUID, scenario string, retired bool, at time.Time) error
}

// draftMark begins the id of every draft's Ref, and of no scenario.
const draftMark = "draft:"

// Ref names a revision of a draft, to play it.
func (d Draft) Ref() Ref { return Ref{draftMark + d.ID.String(), d.Revision} }

// Draft is the id of the draft that r names; false when r names a version.
func (r Ref) Draft() (uuid.UUID, bool) {
	text, marked := strings.CutPrefix(r.ID, draftMark)
	if !marked {
		return uuid.Nil, false
	}
	id, err := uuid.Parse(text)
	return id, err == nil
}

var (
	saidID    = regexp.MustCompile(`(?m)^id:[ \t]*["']?([a-z0-9][a-z0-9_-]{0,63})["']?[ \t]*(?:#.*)?\r?$`)
	saidTitle = regexp.MustCompile(`(?m)^#[ \t]+(.{1,200}?)[ \t]*\r?$`)
)

// cover reads what a case calls itself. It need not be one that can be read: who sends a broken case wants to find it
// again.
func cover(archive []byte) (scenario string, titles map[string]string) {
	titles = map[string]string{}
	folder, err := Unpack(archive)
	if err != nil {
		return "", titles
	}
	for _, lang := range []string{"fr", "en"} {
		if title := first(folder, "text."+lang+".md", saidTitle); title != "" {
			titles[lang] = title
		}
	}
	return first(folder, "scenario.yaml", saidID), titles
}

// first is what a pattern finds first in a file; nothing when it does not.
func first(folder fs.FS, name string, pattern *regexp.Regexp) string {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return ""
	}
	if found := pattern.FindSubmatch(data); found != nil {
		return strings.ToValidUTF8(string(found[1]), "\uFFFD")
	}
	return ""
}
