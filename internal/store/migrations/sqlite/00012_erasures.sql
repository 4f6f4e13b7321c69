-- +goose Up

-- Who was erased, by id alone and in the order in which it was done: whoever a restored backup brings back is erased
-- again. An entry without an account says that ended attempts were changed in another way: what was read of them is to
-- be read again. Nothing is changed or removed: see the triggers.

CREATE TABLE erasures (
	seq        INTEGER  NOT NULL PRIMARY KEY CHECK (seq >= 1),
	account_id BLOB     CHECK (length(account_id) = 16),
	at         DATETIME NOT NULL
);

CREATE INDEX erasures_of_account ON erasures (account_id) WHERE account_id IS NOT NULL;

-- +goose StatementBegin
CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures
BEGIN
	SELECT RAISE(ABORT, 'the ledger of erasures is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER erasures_remain BEFORE DELETE ON erasures
BEGIN
	SELECT RAISE(ABORT, 'the ledger of erasures is append-only');
END;
-- +goose StatementEnd

-- A cohort that was made up to show what one looks like.
ALTER TABLE cohorts ADD COLUMN demo BOOLEAN NOT NULL DEFAULT 0 CHECK (demo IN (0, 1));

CREATE INDEX audit_entries_of_subject ON audit_entries (subject, seq);
CREATE INDEX audit_entries_of_actor ON audit_entries (actor, seq);
