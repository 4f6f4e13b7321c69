-- +goose Up

-- Counts uses until a window ends. Whose they are is kept as a digest made with the salt, and not for long.

CREATE TABLE rate_limits (
	who     BYTEA       NOT NULL PRIMARY KEY CHECK (length(who) = 32),
	used    INTEGER     NOT NULL CHECK (used >= 1),
	ends_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX rate_limits_end ON rate_limits (ends_at);

CREATE TABLE rate_limit_salt (
	salt BYTEA NOT NULL CHECK (length(salt) = 32)
);

INSERT INTO rate_limit_salt (salt)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
