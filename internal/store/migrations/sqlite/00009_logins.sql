-- +goose Up

-- How people come in: where they are logged in, the links that let them in, the letters that bring those, and who they
-- are to their organisation's own login. Of a token there is only the SHA-256, in base64.

CREATE TABLE logins (
	digest     TEXT     NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
	id         BLOB     NOT NULL UNIQUE CHECK (length(id) = 16),
	account_id BLOB     NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	way        TEXT     NOT NULL CHECK (way IN ('guest', 'password', 'link', 'oidc')),
	device     TEXT     NOT NULL DEFAULT '',
	opened_at  DATETIME NOT NULL,
	ends_at    DATETIME NOT NULL
) WITHOUT ROWID;

CREATE INDEX logins_of_account ON logins (account_id);
CREATE INDEX logins_end ON logins (ends_at);

-- Logins that were kept as 25 bytes: a mark, when it ends, whose it is.
INSERT INTO logins (digest, id, account_id, way, opened_at, ends_at)
SELECT token, randomblob(16), substr(data, 10, 16), 'guest', strftime('%Y-%m-%d %H:%M:%f+00:00', expires_at, '-90 days'), expires_at
FROM sessions
WHERE length(data) = 25 AND substr(data, 1, 1) = x'01' AND length(token) = 43
	AND substr(data, 10, 16) IN (SELECT id FROM accounts);

DROP TABLE sessions;

CREATE TABLE links (
	digest     TEXT     NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
	kind       TEXT     NOT NULL CHECK (kind IN ('setup', 'invitation', 'reset', 'claim')),
	account_id BLOB     REFERENCES accounts (id) ON DELETE CASCADE CHECK ((account_id IS NULL) = (kind = 'setup')),
	name       TEXT     NOT NULL DEFAULT '',
	email      TEXT     NOT NULL DEFAULT '',
	made_by    BLOB     CHECK (length(made_by) = 16),
	made_at    DATETIME NOT NULL,
	expires_at DATETIME NOT NULL
) WITHOUT ROWID;

CREATE INDEX links_of_account ON links (account_id);
CREATE UNIQUE INDEX links_setup ON links (kind) WHERE kind = 'setup';
CREATE INDEX links_end ON links (expires_at);

CREATE TABLE letters (
	id         BLOB     NOT NULL PRIMARY KEY CHECK (length(id) = 16),
	kind       TEXT     NOT NULL CHECK (kind IN ('invitation', 'reset', 'claim', 'taken')),
	account_id BLOB     NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	name       TEXT     NOT NULL,
	email      TEXT     NOT NULL,
	lang       TEXT     NOT NULL,
	asked_at   DATETIME NOT NULL,
	tries      INTEGER  NOT NULL DEFAULT 0 CHECK (tries >= 0),
	next_at    DATETIME NOT NULL,
	UNIQUE (account_id, kind)
) WITHOUT ROWID;

CREATE INDEX letters_next ON letters (next_at);

CREATE TABLE identities (
	issuer     TEXT     NOT NULL CHECK (issuer <> ''),
	subject    TEXT     NOT NULL CHECK (subject <> ''),
	account_id BLOB     NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
	linked_at  DATETIME NOT NULL,
	PRIMARY KEY (issuer, subject)
) WITHOUT ROWID;

CREATE INDEX identities_of_account ON identities (account_id);

CREATE INDEX accounts_by_name ON accounts (name, id) WHERE kind = 'person';
