-- +goose Up

-- What reports need of each attempt that has ended, kept with its ending. Never changed: kept_by is the transaction
-- that kept a summary, and tells who has read it already. Times are in microseconds since 1970.

CREATE TABLE summaries (
	attempt_id       UUID             NOT NULL PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
	account_id       UUID             NOT NULL,
	cohort_id        UUID,
	scenario_id      TEXT             NOT NULL CHECK (scenario_id <> ''),
	scenario_version INTEGER          NOT NULL CHECK (scenario_version >= 1),
	status           TEXT             NOT NULL CHECK (status IN ('completed', 'abandoned')),
	ended_us         BIGINT           NOT NULL,
	node             INTEGER          NOT NULL CHECK (node >= 0),
	steps            INTEGER          NOT NULL CHECK (steps >= 0),
	score            DOUBLE PRECISION CHECK (score BETWEEN 0 AND 100),
	capped           DOUBLE PRECISION CHECK ((capped IS NULL) = (score IS NULL) AND capped BETWEEN 0 AND score),
	profile          BYTEA            NOT NULL,
	wide             BOOLEAN          NOT NULL,
	path             BYTEA            NOT NULL,
	kept_by          XID8             NOT NULL DEFAULT pg_current_xact_id()
);

CREATE INDEX summaries_in_order ON summaries (kept_by, attempt_id);
