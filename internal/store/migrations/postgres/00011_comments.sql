-- +goose Up

-- What trainers say to the reasons that people gave, and how they rate them: a comment of each rater's at most. It goes
-- with the reason, and with its rater.

CREATE TABLE comments (
	attempt_id  UUID        NOT NULL,
	step        INTEGER     NOT NULL,
	rater_id    UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	indices     INTEGER     CHECK (indices BETWEEN 0 AND 3),
	perspective INTEGER     CHECK (perspective BETWEEN 0 AND 3),
	principe    INTEGER     CHECK (principe BETWEEN 0 AND 3),
	consequence INTEGER     CHECK (consequence BETWEEN 0 AND 3),
	text        TEXT        NOT NULL,
	revision    INTEGER     NOT NULL CHECK (revision >= 1),
	written_at  TIMESTAMPTZ NOT NULL,
	changed_at  TIMESTAMPTZ NOT NULL,
	read_at     TIMESTAMPTZ,
	PRIMARY KEY (attempt_id, step, rater_id),
	FOREIGN KEY (attempt_id, step) REFERENCES rationales (attempt_id, step) ON DELETE CASCADE
);

CREATE INDEX comments_of_rater ON comments (rater_id);
CREATE INDEX comments_unread ON comments (attempt_id) WHERE read_at IS NULL;
