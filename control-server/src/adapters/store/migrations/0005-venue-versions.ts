/** Every version of the venue that was saved, which was in force since when, and pictures of its floor. */
export const venueVersions = `
CREATE TABLE venue_version (
  version  INTEGER PRIMARY KEY,
  based_on INTEGER NOT NULL,  -- the version it was made from; 0 for the first
  source   TEXT    NOT NULL,  -- 'file' or 'editor'
  saved_at INTEGER NOT NULL,  -- epoch ms
  saved_by TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  body     TEXT    NOT NULL   -- canonical JSON of venue and calendar
) STRICT;

CREATE TABLE venue_in_force (
  number  INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES venue_version (version),
  at      INTEGER NOT NULL,   -- epoch ms
  by      TEXT    NOT NULL
) STRICT;

CREATE TABLE floor_plan (
  id       TEXT    PRIMARY KEY, -- SHA-256 of the bytes
  type     TEXT    NOT NULL,    -- image/png, image/jpeg or image/webp
  saved_at INTEGER NOT NULL,
  saved_by TEXT    NOT NULL,
  bytes    BLOB    NOT NULL
) STRICT;

CREATE TRIGGER venue_version_only_at_the_end BEFORE INSERT ON venue_version
WHEN NEW.version <> (SELECT IFNULL(MAX(version), 0) + 1 FROM venue_version)
BEGIN SELECT RAISE(ABORT, 'versions of the venue are numbered without a gap'); END;
CREATE TRIGGER venue_version_never_changed BEFORE UPDATE ON venue_version
BEGIN SELECT RAISE(ABORT, 'versions of the venue are append-only'); END;
CREATE TRIGGER venue_version_never_erased BEFORE DELETE ON venue_version
BEGIN SELECT RAISE(ABORT, 'versions of the venue are append-only'); END;
CREATE TRIGGER venue_in_force_never_changed BEFORE UPDATE ON venue_in_force
BEGIN SELECT RAISE(ABORT, 'what was in force is append-only'); END;
CREATE TRIGGER venue_in_force_never_erased BEFORE DELETE ON venue_in_force
BEGIN SELECT RAISE(ABORT, 'what was in force is append-only'); END;
`;
