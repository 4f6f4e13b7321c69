package store

import (
	"database/sql"
	"time"

	"github.com/google/uuid"

	"casebook/internal/comment"
)

type commentRow struct {
	AttemptID   key `gorm:"primaryKey"`
	Step        int `gorm:"primaryKey;autoIncrement:false"`
	RaterID     key `gorm:"primaryKey"`
	Indices     sql.NullInt64
	Perspective sql.NullInt64
	Principe    sql.NullInt64
	Consequence sql.NullInt64
	Text        string
	Revision    int
	WrittenAt   time.Time
	ChangedAt   time.Time
	ReadAt      sql.NullTime
}

func (commentRow) TableName() string { return "comments" }

func commentRowOf(c comment.Comment) commentRow {
	level := func(of comment.Criterion) sql.NullInt64 {
		return sql.NullInt64{Int64: int64(c.Levels[of]), Valid: c.Levels[of] != comment.Unrated}
	}
	return commentRow{
		AttemptID: key(c.Attempt), Step: c.Step, RaterID: key(c.Rater),
		Indices: level(comment.Clues), Perspective: level(comment.Perspective),
		Principe: level(comment.Principle), Consequence: level(comment.Outcome),
		Text: c.Text, Revision: c.Revision,
		WrittenAt: moment(c.WrittenAt), ChangedAt: moment(c.ChangedAt), ReadAt: maybe(c.ReadAt),
	}
}

func (r *commentRow) levels() comment.Levels {
	l := comment.NoLevels()
	for i, of := range []sql.NullInt64{r.Indices, r.Perspective, r.Principe, r.Consequence} {
		if of.Valid {
			l[i] = int(of.Int64)
		}
	}
	return l
}

func (r *commentRow) comment() comment.Comment {
	return comment.Comment{
		Attempt: uuid.UUID(r.AttemptID), Step: r.Step, Rater: uuid.UUID(r.RaterID), Levels: r.levels(),
		Text: r.Text, Revision: r.Revision,
		WrittenAt: moment(r.WrittenAt), ChangedAt: moment(r.ChangedAt), ReadAt: when(r.ReadAt),
	}
}

// namedComment is a comment with what its rater is called now.
type namedComment struct {
	Row  commentRow `gorm:"embedded"`
	Name string
}

func (r *namedComment) comment() comment.Comment {
	c := r.Row.comment()
	c.RaterName = r.Name
	return c
}
