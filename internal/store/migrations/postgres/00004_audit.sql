-- +goose Up

-- What was done to this installation, each entry chained to the one before by its hash. All of it is kept as the text
-- that was hashed, the moment too. Nothing is changed or removed: see the triggers.

CREATE TABLE audit_entries (
	seq      BIGINT NOT NULL PRIMARY KEY CHECK (seq >= 1),
	at       TEXT   NOT NULL CHECK (at <> ''),
	actor    TEXT   NOT NULL CHECK (actor <> ''),
	action   TEXT   NOT NULL CHECK (action <> ''),
	subject  TEXT   NOT NULL,
	details  TEXT   NOT NULL,
	previous TEXT   NOT NULL UNIQUE CHECK (length(previous) = 64),
	hash     TEXT   NOT NULL CHECK (length(hash) = 64)
);

-- +goose StatementBegin
CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit trail is append-only';
END
$$;
-- +goose StatementEnd

CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE ON audit_entries
	FOR EACH ROW EXECUTE FUNCTION audit_entries_stay();

CREATE TRIGGER audit_entries_remain BEFORE TRUNCATE ON audit_entries
	FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay();
