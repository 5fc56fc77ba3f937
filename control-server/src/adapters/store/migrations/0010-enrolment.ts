/** One-time codes, of which only hashes are kept, and the certificates that boxes came to by them. */
export const enrolment = `
CREATE TABLE enrolment_code (
  hash       TEXT    PRIMARY KEY,
  edge       TEXT    NOT NULL,
  made_by    TEXT    NOT NULL,
  made_at    INTEGER NOT NULL,              -- epoch ms, as are all times here
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_certificate (
  serial      TEXT    PRIMARY KEY,          -- hexadecimal, lower case, no leading zeros
  edge        TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL UNIQUE,      -- SHA-256 of the DER form
  issued_at   INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  issued_by   TEXT    NOT NULL,
  seen_at     INTEGER,
  revoked_at  INTEGER,
  reason      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX agent_certificate_by_edge ON agent_certificate (edge);
`;
