-- +goose Up

-- What reports need beside the path of an attempt that has ended: how long each step took, how sure, what it was worth.
-- Empty for one that ended before; a server fills it in beside its requests.

ALTER TABLE summaries ADD COLUMN course BYTEA NOT NULL DEFAULT ''::bytea;

CREATE INDEX summaries_of_case ON summaries (cohort_id, scenario_id, scenario_version) WHERE cohort_id IS NOT NULL;

-- In which order people of a cohort count in what its managers read of a case: five after five, for good. The first
-- attempt that each has finished, or nobody once that is gone: then the five that it belongs to count no more.

CREATE TABLE report_places (
	cohort_id        UUID    NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	scenario_id      TEXT    NOT NULL,
	scenario_version INTEGER NOT NULL,
	place            INTEGER NOT NULL CHECK (place >= 0),
	attempt_id       UUID    UNIQUE REFERENCES attempts (id) ON DELETE SET NULL,
	PRIMARY KEY (cohort_id, scenario_id, scenario_version, place)
);
