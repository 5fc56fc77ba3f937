/**
 * Who gets in, and what they did. Secrets are kept as hashes only. The audit log is append-only: its
 * triggers stop mistakes and other programs, its chain of hashes shows what they could not stop.
 */
export const accessAndAudit = `
CREATE TABLE account (
  name          TEXT    PRIMARY KEY,
  role          TEXT    NOT NULL,
  zones         TEXT,                       -- JSON list; null is the whole venue
  disabled      INTEGER NOT NULL DEFAULT 0,
  source        TEXT    NOT NULL,
  subject       TEXT    UNIQUE,             -- issuer and subject, of who logs in elsewhere
  password_hash TEXT,
  created_at    INTEGER NOT NULL,           -- epoch ms, as are all times here
  last_login_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash       TEXT    PRIMARY KEY,
  account    TEXT    NOT NULL REFERENCES account (name),
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account);

CREATE TABLE one_time_link (
  hash       TEXT    PRIMARY KEY,
  account    TEXT,                          -- null makes the first admin
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_token (
  id           TEXT    PRIMARY KEY,
  name         TEXT    NOT NULL,
  scopes       TEXT    NOT NULL,            -- JSON list
  zones        TEXT,
  created_by   TEXT    NOT NULL,
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at   INTEGER,
  secret_hash  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE revoked_at IS NULL;

CREATE TABLE audit_record (
  sequence INTEGER PRIMARY KEY,
  body     TEXT    NOT NULL, -- canonical JSON; holds the hash of the record before
  hash     TEXT    NOT NULL  -- SHA-256 of the body
) STRICT;
CREATE INDEX audit_by_time ON audit_record (body ->> '$.at');

CREATE TRIGGER audit_only_at_the_end BEFORE INSERT ON audit_record
WHEN NEW.sequence <> (SELECT IFNULL(MAX(sequence), 0) + 1 FROM audit_record)
BEGIN SELECT RAISE(ABORT, 'the audit log grows at its end'); END;
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit_record
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_never_erased BEFORE DELETE ON audit_record
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`;
