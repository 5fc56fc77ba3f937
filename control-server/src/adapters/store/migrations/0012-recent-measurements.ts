/**
 * A history is read zone by zone, so that it lies zone by zone; but a second of many zones then touches
 * a page for each row. New rows are kept together first, by slot and time, and settle some at a time
 * (settle-rows.ts). The views keep the names that all reading goes by, and hold each row once.
 */
export const recentMeasurements = `
ALTER TABLE zone_measurement RENAME TO zone_settled;
CREATE TABLE zone_recent (
  slot        INTEGER NOT NULL, -- all rows of a zone have the same, and settle together
  at          INTEGER NOT NULL,
  zone        TEXT    NOT NULL,
  camera      TEXT    NOT NULL,
  seconds     INTEGER NOT NULL,
  persons     REAL    NOT NULL,
  sigma       REAL    NOT NULL,
  area        REAL    NOT NULL,
  density_p95 REAL    NOT NULL,
  PRIMARY KEY (slot, at, zone, camera)
) STRICT, WITHOUT ROWID;
CREATE VIEW zone_measurement AS
  SELECT zone, at, camera, seconds, persons, sigma, area, density_p95 FROM zone_settled
  UNION ALL
  SELECT zone, at, camera, seconds, persons, sigma, area, density_p95 FROM zone_recent AS recent
  WHERE NOT EXISTS (
    SELECT 1 FROM zone_settled AS settled
    WHERE settled.zone = recent.zone AND settled.at = recent.at AND settled.camera = recent.camera
  );

ALTER TABLE passage_count RENAME TO passage_settled;
CREATE TABLE passage_recent (
  slot      INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  passage   TEXT    NOT NULL,
  camera    TEXT    NOT NULL,
  seconds   INTEGER NOT NULL,
  in_count  INTEGER NOT NULL,
  out_count INTEGER NOT NULL,
  recall    REAL    NOT NULL,
  PRIMARY KEY (slot, at, passage, camera)
) STRICT, WITHOUT ROWID;
CREATE VIEW passage_count AS
  SELECT passage, at, camera, seconds, in_count, out_count, recall FROM passage_settled
  UNION ALL
  SELECT passage, at, camera, seconds, in_count, out_count, recall FROM passage_recent AS recent
  WHERE NOT EXISTS (
    SELECT 1 FROM passage_settled AS settled
    WHERE settled.passage = recent.passage AND settled.at = recent.at
      AND settled.camera = recent.camera
  );
`;
