/**
 * What former evenings were like, kept after their measurements are erased. One row per event and
 * zone, since they are read evening by evening; not WITHOUT ROWID, because the rows are long.
 */
export const eveningProfiles = `
CREATE TABLE evening_profile (
  event       TEXT    NOT NULL,
  zone        TEXT    NOT NULL,
  doors_at    INTEGER NOT NULL, -- by plan, epoch seconds
  from_minute INTEGER NOT NULL, -- of the first of minutes, since the doors
  area        REAL    NOT NULL, -- m² of the zone then
  minutes     TEXT    NOT NULL, -- JSON [persons or null, …]: means of the whole zone
  known       INTEGER NOT NULL, -- minutes that are not null
  PRIMARY KEY (event, zone)
) STRICT;
`;
