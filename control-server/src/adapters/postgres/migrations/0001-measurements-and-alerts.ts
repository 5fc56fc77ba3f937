/**
 * As the SQLite store: one row per camera, zone and window, keyed by zone first, because a history is
 * read zone by zone. Rows come nearly in the order of time, so that a BRIN index of some kilobytes finds
 * a period, for retention and for recordings.
 */
export const measurementsAndAlerts = `
CREATE TABLE zone_measurement (
  zone        text             NOT NULL,
  at          bigint           NOT NULL, -- end of the window, epoch seconds
  camera      text             NOT NULL,
  seconds     integer          NOT NULL,
  persons     double precision NOT NULL,
  sigma       double precision NOT NULL, -- persons
  area        double precision NOT NULL, -- m²
  density_p95 double precision NOT NULL, -- persons/m²
  PRIMARY KEY (zone, at, camera)
);
CREATE INDEX zone_measurement_by_time ON zone_measurement USING brin (at);

CREATE TABLE passage_count (
  passage   text             NOT NULL,
  at        bigint           NOT NULL,
  camera    text             NOT NULL,
  seconds   integer          NOT NULL,
  in_count  integer          NOT NULL,
  out_count integer          NOT NULL,
  recall    double precision NOT NULL,
  PRIMARY KEY (passage, at, camera)
);
CREATE INDEX passage_count_by_time ON passage_count USING brin (at);

CREATE TABLE alert (
  id         text   PRIMARY KEY,
  raised_at  bigint NOT NULL, -- epoch ms
  cleared_at bigint,          -- null while active
  body       jsonb  NOT NULL  -- the alert as it last stood
);
CREATE INDEX alert_by_time ON alert (raised_at);
CREATE INDEX alert_active ON alert (id) WHERE cleared_at IS NULL;

CREATE TABLE alert_transition (
  number   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  alert_id text   NOT NULL,
  at       bigint NOT NULL, -- epoch ms
  kind     text   NOT NULL,
  body     jsonb  NOT NULL
);
CREATE INDEX alert_transition_by_alert ON alert_transition (alert_id, at);
CREATE INDEX alert_transition_by_time ON alert_transition (at);

CREATE TABLE edge_health (
  edge text   PRIMARY KEY,
  at   bigint NOT NULL, -- epoch ms
  body jsonb  NOT NULL
);

CREATE TABLE delivery (
  camera  text    NOT NULL,
  boot_id text    NOT NULL,
  floor   bigint  NOT NULL, -- sequences below it are not remembered
  highest bigint  NOT NULL,
  gaps    jsonb   NOT NULL, -- [[from, to], …]: not taken, both included
  at      bigint  NOT NULL, -- when the last one came, epoch seconds
  PRIMARY KEY (camera, boot_id)
);

CREATE TABLE evening_profile (
  event       text             NOT NULL,
  zone        text             NOT NULL,
  doors_at    bigint           NOT NULL, -- by plan, epoch seconds
  from_minute integer          NOT NULL, -- of the first of minutes, since the doors
  area        double precision NOT NULL, -- m² of the zone then
  minutes     jsonb            NOT NULL, -- [persons or null, …]: means of the whole zone
  known       integer          NOT NULL, -- minutes that are not null
  PRIMARY KEY (event, zone)
);
`;
