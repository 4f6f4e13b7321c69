-- +goose Up

-- What was done to this installation, each entry chained to the one before by its hash. All of it is kept as the text
-- that was hashed, the moment too. Nothing is changed or removed: see the triggers.

CREATE TABLE audit_entries (
	seq      INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
	at       TEXT    NOT NULL CHECK (at <> ''),
	actor    TEXT    NOT NULL CHECK (actor <> ''),
	action   TEXT    NOT NULL CHECK (action <> ''),
	subject  TEXT    NOT NULL,
	details  TEXT    NOT NULL,
	previous TEXT    NOT NULL UNIQUE CHECK (length(previous) = 64),
	hash     TEXT    NOT NULL CHECK (length(hash) = 64)
);

-- +goose StatementBegin
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd

-- INSERT OR REPLACE deletes rows without asking the trigger above: only what follows the last entry comes in.
-- +goose StatementBegin
CREATE TRIGGER audit_entries_follow BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries)
	AND (NEW.seq, NEW.previous) <> (SELECT seq + 1, hash FROM audit_entries ORDER BY seq DESC LIMIT 1)
BEGIN
	SELECT RAISE(ABORT, 'an entry of the audit trail follows the last one');
END;
-- +goose StatementEnd
