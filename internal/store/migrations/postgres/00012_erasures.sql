-- +goose Up

-- Who was erased, by id alone and in the order in which it was done: whoever a restored backup brings back is erased
-- again. An entry without an account says that ended attempts were changed in another way: what was read of them is to
-- be read again. Nothing is changed or removed: see the triggers.

CREATE TABLE erasures (
	seq        BIGINT      NOT NULL PRIMARY KEY CHECK (seq >= 1),
	account_id UUID,
	at         TIMESTAMPTZ NOT NULL
);

CREATE INDEX erasures_of_account ON erasures (account_id) WHERE account_id IS NOT NULL;

-- +goose StatementBegin
CREATE FUNCTION erasures_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the ledger of erasures is append-only';
END
$$;
-- +goose StatementEnd

CREATE TRIGGER erasures_stay BEFORE UPDATE OR DELETE ON erasures
	FOR EACH ROW EXECUTE FUNCTION erasures_stay();

CREATE TRIGGER erasures_remain BEFORE TRUNCATE ON erasures
	FOR EACH STATEMENT EXECUTE FUNCTION erasures_stay();

-- A cohort that was made up to show what one looks like.
ALTER TABLE cohorts ADD COLUMN demo BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX audit_entries_of_subject ON audit_entries (subject, seq);
CREATE INDEX audit_entries_of_actor ON audit_entries (actor, seq);
