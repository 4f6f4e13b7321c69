-- +goose Up

-- Which of somebody's attempts under an assignment each is: of rivals for the last one that is left, one is kept. And
-- what each version of a cohort's notice said, for whoever has read it.

ALTER TABLE attempts ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0 CHECK (ordinal >= 0);

CREATE UNIQUE INDEX attempts_ordinal ON attempts (assignment_id, account_id, ordinal) WHERE ordinal > 0;

CREATE TABLE cohort_notices (
	cohort_id      BLOB     NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	version        INTEGER  NOT NULL CHECK (version >= 1),
	notice         TEXT     NOT NULL,
	retention_days INTEGER  NOT NULL,
	written_at     DATETIME NOT NULL,
	PRIMARY KEY (cohort_id, version)
) WITHOUT ROWID;
