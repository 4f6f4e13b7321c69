package store

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// key is a UUID in its 16 bytes: BLOB on SQLite, half of what its text takes in every row and index of the decisions,
// and UUID on PostgreSQL. Both keep the order of version 7.
type key uuid.UUID

// Value implements driver.Valuer.
func (k key) Value() (driver.Value, error) { return k[:], nil }

// Scan implements sql.Scanner.
func (k *key) Scan(src any) error { return (*uuid.UUID)(k).Scan(src) }

// keyOrNone is a key, or uuid.Nil for NULL.
type keyOrNone uuid.UUID

// Value implements driver.Valuer.
func (k keyOrNone) Value() (driver.Value, error) {
	if uuid.UUID(k) == uuid.Nil {
		return nil, nil
	}
	return k[:], nil
}

// Scan implements sql.Scanner; into the zero value, for NULL changes nothing.
func (k *keyOrNone) Scan(src any) error { return (*uuid.UUID)(k).Scan(src) }

// blob is what a column of bytes holds, as a value that can be compared.
type blob string

// Value implements driver.Valuer.
func (b blob) Value() (driver.Value, error) { return []byte(b), nil }

// Scan implements sql.Scanner.
func (b *blob) Scan(src any) error {
	read, ok := src.([]byte)
	if !ok {
		return fmt.Errorf("%T is no column of bytes", src)
	}
	*b = blob(read)
	return nil
}

// moment is a time as both databases keep it.
func moment(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// maybe is a moment that may not have come.
func maybe(t time.Time) sql.NullTime { return sql.NullTime{Time: moment(t), Valid: !t.IsZero()} }

// when is the time of a column that may be NULL.
func when(t sql.NullTime) time.Time {
	if !t.Valid {
		return time.Time{}
	}
	return moment(t.Time)
}

// list writes a list as JSON; an empty one and none are the same.
func list[T any](values []T) (string, error) {
	if len(values) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(values)
	return string(text), err
}

// unlist reads what list wrote.
func unlist[T any](text string) ([]T, error) {
	if text == "[]" {
		return nil, nil
	}
	var values []T
	err := json.Unmarshal([]byte(text), &values)
	return values, err
}
