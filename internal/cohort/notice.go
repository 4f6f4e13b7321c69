package cohort

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Notice is what the people of a cohort read before their first attempt.
type Notice struct {
	Cohort  uuid.UUID
	Name    string // the cohort's
	Version int    // 0 when there is none to read
	Read    int    // the version that the reader has read, 0 for none
	Lang    string // that HTML is in; empty when a trainer wrote it
	HTML    string // sanitised
	Demo    bool   // the cohort is the demonstration
}

// Notices keeps who has read which notice.
type Notices interface {
	// Reader finds a cohort for somebody who is enrolled in it or leads it, and the version of the notice that they have
	// read.
	Reader(ctx context.Context, who, id uuid.UUID) (c Cohort, read int, err error)
	// NoteRead keeps that somebody who is enrolled has read a version. When that is not the notice's version any more,
	// it is refused with Reworded.
	NoteRead(ctx context.Context, who, id uuid.UUID, version int) error
}

// Notice shows the notice of a cohort to those who are in it or lead it.
func (s *Service) Notice(ctx context.Context, by account.Account, id uuid.UUID, lang string) (Notice, error) {
	c, read, err := s.store.Reader(ctx, by.ID, id)
	if err != nil {
		return Notice{}, err
	}
	return c.noticeFor(read, lang), nil
}

// ReadNotice notes that somebody has read a version of the notice.
func (s *Service) ReadNotice(ctx context.Context, by account.Account, id uuid.UUID, version int) error {
	return s.store.NoteRead(ctx, by.ID, id, version)
}

func (c *Cohort) noticeFor(read int, lang string) Notice {
	n := Notice{Cohort: c.ID, Name: c.Name, Version: c.NoticeVersion, Read: read, Demo: c.Demo}
	if c.Notice != "" {
		n.HTML = rendered(c.Notice)
		return n
	}
	n.Lang = lang
	n.HTML = rendered(c.StandardNotice().In(lang))
	return n
}

// Reworded is the refusal to note a version that is no longer the notice's.
func Reworded() error {
	return fault.New(fault.Conflict, "notice_changed", fault.Text{
		FR: "La notice a changé entre-temps. Relisez-la, puis confirmez.",
		EN: "The notice has changed meanwhile. Read it again, then confirm.",
	})
}

// unread refuses to begin before the notice has been read, which comes under "notice".
func unread(n Notice) error {
	text := fault.Text{
		FR: "Avant de commencer, lisez la notice de la promotion : elle dit qui verra votre travail.",
		EN: "Before you begin, read the cohort’s notice: it says who will see your work.",
	}
	if n.Read > 0 {
		text = fault.Text{
			FR: "La notice de la promotion a changé. Relisez-la avant de commencer.",
			EN: "The cohort’s notice has changed. Read it again before you begin.",
		}
	}
	return fault.New(fault.Conflict, "notice_unread", text).With("notice", n)
}
