-- +goose Up

-- Counts uses until a window ends. Whose they are is kept as a digest made with the salt, and not for long.

CREATE TABLE rate_limits (
	who     BLOB     NOT NULL PRIMARY KEY CHECK (length(who) = 32),
	used    INTEGER  NOT NULL CHECK (used >= 1),
	ends_at DATETIME NOT NULL
) WITHOUT ROWID;

CREATE INDEX rate_limits_end ON rate_limits (ends_at);

CREATE TABLE rate_limit_salt (
	salt BLOB NOT NULL CHECK (length(salt) = 32)
);

INSERT INTO rate_limit_salt (salt) VALUES (randomblob(32));
