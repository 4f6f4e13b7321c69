-- +goose Up

-- What reports need of each attempt that has ended, kept with its ending. Never changed: seq is the order in which
-- summaries were kept, and no number of it is given twice. Times are in microseconds since 1970.

CREATE TABLE summaries (
	seq              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	attempt_id       BLOB    NOT NULL UNIQUE REFERENCES attempts (id) ON DELETE CASCADE,
	account_id       BLOB    NOT NULL CHECK (length(account_id) = 16),
	cohort_id        BLOB    CHECK (length(cohort_id) = 16),
	scenario_id      TEXT    NOT NULL CHECK (scenario_id <> ''),
	scenario_version INTEGER NOT NULL CHECK (scenario_version >= 1),
	status           TEXT    NOT NULL CHECK (status IN ('completed', 'abandoned')),
	ended_us         BIGINT  NOT NULL,
	node             INTEGER NOT NULL CHECK (node >= 0),
	steps            INTEGER NOT NULL CHECK (steps >= 0),
	score            REAL    CHECK (score BETWEEN 0 AND 100),
	capped           REAL    CHECK ((capped IS NULL) = (score IS NULL) AND capped BETWEEN 0 AND score),
	profile          BLOB    NOT NULL,
	wide             BOOLEAN NOT NULL CHECK (wide IN (0, 1)),
	path             BLOB    NOT NULL
);
