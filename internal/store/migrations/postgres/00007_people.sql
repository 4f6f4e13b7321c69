-- +goose Up

-- People: who they are and what they may do, the groups they are trained in, and the cases given to a group.

ALTER TABLE accounts ADD COLUMN role TEXT NOT NULL DEFAULT 'trainee' CHECK (role IN ('trainee', 'trainer', 'manager', 'admin'));
ALTER TABLE accounts ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN email TEXT CHECK (email <> '' AND email = lower(email));
ALTER TABLE accounts ADD COLUMN lang TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN password TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN verified_at TIMESTAMPTZ;
ALTER TABLE accounts ADD COLUMN closed_at TIMESTAMPTZ;

CREATE UNIQUE INDEX accounts_email ON accounts (email);

CREATE TABLE cohorts (
	id             UUID        NOT NULL PRIMARY KEY,
	name           TEXT        NOT NULL CHECK (name <> ''),
	notice         TEXT        NOT NULL DEFAULT '',
	notice_version INTEGER     NOT NULL DEFAULT 0 CHECK (notice_version >= 0),
	retention_days INTEGER     NOT NULL DEFAULT 0 CHECK (retention_days >= 0),
	revision       INTEGER     NOT NULL CHECK (revision >= 1),
	created_at     TIMESTAMPTZ NOT NULL,
	archived_at    TIMESTAMPTZ
);

CREATE TABLE cohort_posts (
	cohort_id  UUID        NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	account_id UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	post       TEXT        NOT NULL CHECK (post IN ('trainer', 'manager')),
	PRIMARY KEY (cohort_id, account_id)
);

CREATE INDEX cohort_posts_of_account ON cohort_posts (account_id);

CREATE TABLE invitations (
	id         UUID        NOT NULL PRIMARY KEY,
	cohort_id  UUID        NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	code       TEXT        NOT NULL UNIQUE CHECK (code <> ''),
	seats      INTEGER     NOT NULL CHECK (seats >= 1),
	taken      INTEGER     NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND seats),
	created_at TIMESTAMPTZ NOT NULL,
	expires_at TIMESTAMPTZ NOT NULL,
	revoked_at TIMESTAMPTZ
);

CREATE INDEX invitations_of_cohort ON invitations (cohort_id);

CREATE TABLE enrolments (
	cohort_id     UUID        NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	account_id    UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	way           TEXT        NOT NULL CHECK (way IN ('import', 'invitation', 'hand')),
	notice_read   INTEGER     NOT NULL DEFAULT 0 CHECK (notice_read >= 0),
	enrolled_at   TIMESTAMPTZ NOT NULL,
	left_at       TIMESTAMPTZ,
	PRIMARY KEY (cohort_id, account_id)
);

CREATE INDEX enrolments_of_account ON enrolments (account_id);

CREATE TABLE assignments (
	id               UUID        NOT NULL PRIMARY KEY,
	cohort_id        UUID        NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
	scenario_id      TEXT        NOT NULL,
	scenario_version INTEGER     NOT NULL,
	opens_at         TIMESTAMPTZ NOT NULL,
	due_at           TIMESTAMPTZ,
	attempts         INTEGER     NOT NULL CHECK (attempts >= 0),
	langs            TEXT        NOT NULL,
	learning         BOOLEAN     NOT NULL,
	revision         INTEGER     NOT NULL CHECK (revision >= 1),
	created_at       TIMESTAMPTZ NOT NULL,
	withdrawn_at     TIMESTAMPTZ,
	FOREIGN KEY (scenario_id, scenario_version) REFERENCES scenario_versions (scenario_id, version)
);

CREATE INDEX assignments_of_cohort ON assignments (cohort_id);

-- An attempt under an assignment says whose cohort sees it. No foreign key: it stays the trainee's when a cohort goes.
ALTER TABLE attempts ADD COLUMN assignment_id UUID;
ALTER TABLE attempts ADD COLUMN cohort_id UUID;
ALTER TABLE attempts ADD COLUMN learning BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX attempts_of_assignment ON attempts (assignment_id, account_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX attempts_under_way ON attempts (cohort_id, account_id) WHERE cohort_id IS NOT NULL AND status = 'in_progress';
CREATE INDEX summaries_of_cohort ON summaries (cohort_id, account_id) WHERE cohort_id IS NOT NULL;
CREATE INDEX summaries_of_account ON summaries (account_id);
