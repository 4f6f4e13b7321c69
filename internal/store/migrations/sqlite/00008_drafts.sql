-- +goose Up

-- Cases that are worked on, those that are no longer offered, and who published what.

-- Who published a version; NULL where the program did. No foreign key: a version outlives its author's account.
ALTER TABLE scenario_versions ADD COLUMN published_by BLOB CHECK (length(published_by) = 16);

CREATE TABLE case_drafts (
	id          BLOB     NOT NULL PRIMARY KEY CHECK (length(id) = 16),
	account_id  BLOB     NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	scenario_id TEXT     NOT NULL,
	title_fr    TEXT     NOT NULL,
	title_en    TEXT     NOT NULL,
	content     TEXT     NOT NULL CHECK (length(content) = 64),
	archive     BLOB     NOT NULL,
	revision    INTEGER  NOT NULL CHECK (revision >= 1),
	created_at  DATETIME NOT NULL,
	changed_at  DATETIME NOT NULL
);

CREATE INDEX case_drafts_of_account ON case_drafts (account_id, changed_at);

CREATE TABLE retirements (
	scenario_id TEXT     NOT NULL PRIMARY KEY CHECK (scenario_id <> ''),
	account_id  BLOB     NOT NULL CHECK (length(account_id) = 16),
	at          DATETIME NOT NULL
) WITHOUT ROWID;

-- A draft as somebody plays it to try it out: no attempt, so that no list and no report can count it.
CREATE TABLE rehearsals (
	id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
	account_id BLOB    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	draft_id   BLOB    NOT NULL REFERENCES case_drafts (id) ON DELETE CASCADE,
	attempt    BLOB    NOT NULL,
	UNIQUE (account_id, draft_id)
);

CREATE INDEX rehearsals_of_draft ON rehearsals (draft_id);
