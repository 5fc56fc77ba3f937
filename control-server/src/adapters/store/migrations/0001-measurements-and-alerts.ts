/**
 * One row per camera, zone and window: a zone's history is the sum over its cameras, so that a
 * late window finds its place. Keyed by zone first, because a history is read zone by zone.
 */
export const measurementsAndAlerts = `
CREATE TABLE zone_measurement (
  zone        TEXT    NOT NULL,
  at          INTEGER NOT NULL, -- end of the window, epoch seconds
  camera      TEXT    NOT NULL,
  seconds     INTEGER NOT NULL,
  persons     REAL    NOT NULL,
  sigma       REAL    NOT NULL, -- persons
  area        REAL    NOT NULL, -- m²
  density_p95 REAL    NOT NULL, -- persons/m²
  PRIMARY KEY (zone, at, camera)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage_count (
  passage   TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  camera    TEXT    NOT NULL,
  seconds   INTEGER NOT NULL,
  in_count  INTEGER NOT NULL,
  out_count INTEGER NOT NULL,
  recall    REAL    NOT NULL,
  PRIMARY KEY (passage, at, camera)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert (
  id         TEXT    PRIMARY KEY,
  raised_at  INTEGER NOT NULL, -- epoch ms
  cleared_at INTEGER,          -- null while active
  body       TEXT    NOT NULL  -- the alert as JSON, as it last stood
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_by_time ON alert (raised_at);
CREATE INDEX alert_active ON alert (id) WHERE cleared_at IS NULL;

CREATE TABLE alert_transition (
  number   INTEGER PRIMARY KEY,
  alert_id TEXT    NOT NULL,
  at       INTEGER NOT NULL, -- epoch ms
  kind     TEXT    NOT NULL,
  body     TEXT    NOT NULL
) STRICT;
CREATE INDEX alert_transition_by_alert ON alert_transition (alert_id, at);

CREATE TABLE edge_health (
  edge TEXT    PRIMARY KEY,
  at   INTEGER NOT NULL, -- epoch ms
  body TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
`;
