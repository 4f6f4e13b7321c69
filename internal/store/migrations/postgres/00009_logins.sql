-- +goose Up

-- How people come in: where they are logged in, the links that let them in, the letters that bring those, and who they
-- are to their organisation's own login. Of a token there is only the SHA-256, in base64.

CREATE TABLE logins (
	digest     TEXT        NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
	id         UUID        NOT NULL UNIQUE,
	account_id UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	way        TEXT        NOT NULL CHECK (way IN ('guest', 'password', 'link', 'oidc')),
	device     TEXT        NOT NULL DEFAULT '',
	opened_at  TIMESTAMPTZ NOT NULL,
	ends_at    TIMESTAMPTZ NOT NULL
);

CREATE INDEX logins_of_account ON logins (account_id);
CREATE INDEX logins_end ON logins (ends_at);

-- Logins that were kept as 25 bytes: a mark, when it ends, whose it is.
INSERT INTO logins (digest, id, account_id, way, opened_at, ends_at)
SELECT token, gen_random_uuid(), a.id, 'guest', expires_at - INTERVAL '90 days', expires_at
FROM sessions JOIN accounts a ON replace(a.id::text, '-', '') = encode(substr(data, 10, 16), 'hex')
WHERE length(data) = 25 AND substr(data, 1, 1) = '\x01' AND length(token) = 43;

DROP TABLE sessions;

CREATE TABLE links (
	digest     TEXT        NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
	kind       TEXT        NOT NULL CHECK (kind IN ('setup', 'invitation', 'reset', 'claim')),
	account_id UUID        REFERENCES accounts (id) ON DELETE CASCADE CHECK ((account_id IS NULL) = (kind = 'setup')),
	name       TEXT        NOT NULL DEFAULT '',
	email      TEXT        NOT NULL DEFAULT '',
	made_by    UUID,
	made_at    TIMESTAMPTZ NOT NULL,
	expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX links_of_account ON links (account_id);
CREATE UNIQUE INDEX links_setup ON links (kind) WHERE kind = 'setup';
CREATE INDEX links_end ON links (expires_at);

CREATE TABLE letters (
	id         UUID        NOT NULL PRIMARY KEY,
	kind       TEXT        NOT NULL CHECK (kind IN ('invitation', 'reset', 'claim', 'taken')),
	account_id UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	name       TEXT        NOT NULL,
	email      TEXT        NOT NULL,
	lang       TEXT        NOT NULL,
	asked_at   TIMESTAMPTZ NOT NULL,
	tries      INTEGER     NOT NULL DEFAULT 0 CHECK (tries >= 0),
	next_at    TIMESTAMPTZ NOT NULL,
	UNIQUE (account_id, kind)
);

CREATE INDEX letters_next ON letters (next_at);

CREATE TABLE identities (
	issuer     TEXT        NOT NULL CHECK (issuer <> ''),
	subject    TEXT        NOT NULL CHECK (subject <> ''),
	account_id UUID        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	linked_at  TIMESTAMPTZ NOT NULL,
	PRIMARY KEY (issuer, subject)
);

CREATE INDEX identities_of_account ON identities (account_id);

CREATE INDEX accounts_by_name ON accounts (name, id) WHERE kind = 'person';
