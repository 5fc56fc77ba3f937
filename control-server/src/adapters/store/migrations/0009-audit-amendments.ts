/**
 * What may leave the audit log: records past their retention, up to an anchor that only moves on, and
 * the name of a person whose account was erased. Both are vouched for by records of the chain. Names
 * may leave the versions of the venue too, and nothing else of them.
 */
export const auditAmendments = `
CREATE TABLE audit_anchor (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  sequence INTEGER NOT NULL,  -- records up to this one were erased
  hash     TEXT    NOT NULL   -- its hash, which the record after it holds
) STRICT;
CREATE TRIGGER audit_anchor_moves_on BEFORE UPDATE ON audit_anchor
WHEN NEW.sequence <= OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the anchor of the audit log only moves on'); END;
CREATE TRIGGER audit_anchor_stays BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'the anchor of the audit log stays'); END;

CREATE TABLE audit_redaction (
  erasure   TEXT    NOT NULL, -- the pseudonym that took the name's place
  sequence  INTEGER NOT NULL,
  text_hash TEXT    NOT NULL, -- SHA-256 of the body that is left
  PRIMARY KEY (erasure, sequence)
) STRICT;

DROP TRIGGER audit_never_erased;
CREATE TRIGGER audit_never_erased BEFORE DELETE ON audit_record
WHEN OLD.sequence > IFNULL((SELECT sequence FROM audit_anchor), 0)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
DROP TRIGGER audit_never_changed;
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit_record
WHEN NEW.sequence <> OLD.sequence OR NEW.hash <> OLD.hash
  OR NOT EXISTS (SELECT 1 FROM audit_redaction WHERE sequence = OLD.sequence)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

DROP TRIGGER venue_version_never_changed;
CREATE TRIGGER venue_version_never_changed
BEFORE UPDATE OF version, based_on, source, saved_at, note, body ON venue_version
BEGIN SELECT RAISE(ABORT, 'versions of the venue are append-only'); END;
DROP TRIGGER venue_in_force_never_changed;
CREATE TRIGGER venue_in_force_never_changed
BEFORE UPDATE OF number, version, at ON venue_in_force
BEGIN SELECT RAISE(ABORT, 'what was in force is append-only'); END;
CREATE TRIGGER venue_version_name_may_leave BEFORE UPDATE OF saved_by ON venue_version
WHEN NEW.saved_by NOT GLOB 'erased-*'
BEGIN SELECT RAISE(ABORT, 'versions of the venue are append-only'); END;
CREATE TRIGGER venue_in_force_name_may_leave BEFORE UPDATE OF by ON venue_in_force
WHEN NEW.by NOT GLOB 'erased-*'
BEGIN SELECT RAISE(ABORT, 'what was in force is append-only'); END;
`;
