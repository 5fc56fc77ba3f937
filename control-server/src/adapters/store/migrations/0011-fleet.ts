/** What each box was told to do, what it last said that it does, and the models that boxes are to be given. */
export const fleet = `
CREATE TABLE fleet_version (
  edge     TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,  -- epoch ms
  saved_by TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  body     TEXT    NOT NULL,  -- JSON of settings and models
  PRIMARY KEY (edge, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE fleet_report (
  edge     TEXT    PRIMARY KEY,
  heard_at INTEGER NOT NULL,  -- epoch ms
  body     TEXT    NOT NULL   -- JSON, as it came
) STRICT;

CREATE TABLE fleet_model (
  sha256   TEXT    PRIMARY KEY, -- of the weights
  added_at INTEGER NOT NULL,
  added_by TEXT    NOT NULL,
  body     TEXT    NOT NULL     -- JSON of what a box needs of its entry
) STRICT;

CREATE TABLE fleet_rollout (
  number     INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  started_by TEXT    NOT NULL,
  body       TEXT    NOT NULL   -- JSON: the plan, and how far it has come
) STRICT;

CREATE TRIGGER fleet_version_only_at_the_end BEFORE INSERT ON fleet_version
WHEN NEW.version <> (SELECT IFNULL(MAX(version), 0) + 1 FROM fleet_version WHERE edge = NEW.edge)
BEGIN SELECT RAISE(ABORT, 'versions of a box are numbered without a gap'); END;
CREATE TRIGGER fleet_version_never_changed BEFORE UPDATE ON fleet_version
BEGIN SELECT RAISE(ABORT, 'versions of a box are append-only'); END;
CREATE TRIGGER fleet_version_never_erased BEFORE DELETE ON fleet_version
BEGIN SELECT RAISE(ABORT, 'versions of a box are append-only'); END;
`;
