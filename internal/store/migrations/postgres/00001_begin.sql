-- +goose Up

-- The state of an attempt is TEXT, not JSONB, which would rewrite it: it is compared to the last byte.

CREATE TABLE accounts (
	id         UUID        NOT NULL PRIMARY KEY,
	kind       TEXT        NOT NULL CHECK (kind <> ''),
	created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE sessions (
	token      TEXT        NOT NULL PRIMARY KEY CHECK (token <> ''),
	data       BYTEA       NOT NULL,
	expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE scenario_versions (
	scenario_id  TEXT        NOT NULL CHECK (scenario_id <> ''),
	version      INTEGER     NOT NULL CHECK (version >= 1),
	content      TEXT        NOT NULL CHECK (length(content) = 64),
	archive      BYTEA       NOT NULL,
	published_at TIMESTAMPTZ NOT NULL,
	PRIMARY KEY (scenario_id, version)
);

CREATE TABLE attempts (
	id               UUID        NOT NULL PRIMARY KEY,
	account_id       UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	scenario_id      TEXT        NOT NULL,
	scenario_version INTEGER     NOT NULL,
	lang             TEXT        NOT NULL CHECK (lang <> ''),
	timing           TEXT        NOT NULL CHECK (timing IN ('standard', 'x1.5', 'x2', 'off')),
	seed             TEXT        NOT NULL,
	status           TEXT        NOT NULL CHECK (status IN ('in_progress', 'completed', 'abandoned')),
	step             INTEGER     NOT NULL CHECK (step >= 0),
	node             TEXT        NOT NULL,
	state            TEXT        NOT NULL,
	entered_at       TIMESTAMPTZ NOT NULL,
	timer_at         TIMESTAMPTZ,
	started_at       TIMESTAMPTZ NOT NULL,
	updated_at       TIMESTAMPTZ NOT NULL,
	ended_at         TIMESTAMPTZ,
	FOREIGN KEY (scenario_id, scenario_version) REFERENCES scenario_versions (scenario_id, version),
	CHECK ((status = 'in_progress') = (ended_at IS NULL))
);

CREATE INDEX attempts_of_account ON attempts (account_id, updated_at);

CREATE TABLE decisions (
	attempt_id      UUID        NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
	step            INTEGER     NOT NULL CHECK (step >= 0),
	node            TEXT        NOT NULL,
	visit           INTEGER     NOT NULL CHECK (visit >= 0),
	move            TEXT        NOT NULL CHECK (move <> ''),
	timed_out       BOOLEAN     NOT NULL,
	offered         TEXT        NOT NULL,
	displayed       TEXT        NOT NULL,
	confidence      INTEGER     NOT NULL CHECK (confidence BETWEEN 0 AND 3),
	took_ms         BIGINT      NOT NULL CHECK (took_ms >= 0),
	draws           TEXT        NOT NULL,
	idempotency_key TEXT        NOT NULL,
	at              TIMESTAMPTZ NOT NULL,
	PRIMARY KEY (attempt_id, step)
);

CREATE TABLE rationales (
	attempt_id UUID    NOT NULL,
	step       INTEGER NOT NULL,
	text       TEXT    NOT NULL CHECK (text <> ''),
	PRIMARY KEY (attempt_id, step),
	FOREIGN KEY (attempt_id, step) REFERENCES decisions (attempt_id, step) ON DELETE CASCADE
);

CREATE TABLE drafts (
	attempt_id UUID        NOT NULL PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
	step       INTEGER     NOT NULL CHECK (step >= 0),
	revision   INTEGER     NOT NULL CHECK (revision >= 1),
	choice     TEXT        NOT NULL,
	rationale  TEXT        NOT NULL,
	confidence INTEGER     NOT NULL CHECK (confidence BETWEEN 0 AND 3),
	exhibit    TEXT        NOT NULL,
	read       TEXT        NOT NULL,
	saved_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE reflections (
	attempt_id UUID    NOT NULL PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
	reaction   TEXT    NOT NULL,
	confidence INTEGER NOT NULL,
	principle  TEXT    NOT NULL,
	commitment TEXT    NOT NULL
);
