/**
 * What was told to whom, and what waits to be told: one row per alert, change and recipient, so that
 * nothing is told twice, whatever is restarted. Beside it who is told by push, the rules that were set
 * on the page, and what staff counted by hand.
 */
export const notifications = `
CREATE TABLE notification (
  key        TEXT    PRIMARY KEY, -- change of an alert, channel, recipient
  channel    TEXT    NOT NULL,
  recipient  TEXT,                -- id of a push subscription
  message    TEXT    NOT NULL,    -- JSON: aggregated numbers and the sentences made of them
  created_at INTEGER NOT NULL,    -- epoch ms, as are all times here
  next_at    INTEGER NOT NULL,
  attempts   INTEGER NOT NULL,
  outcome    TEXT,                -- null while it waits
  code       TEXT,                -- why it failed
  settled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX notification_waiting ON notification (created_at) WHERE outcome IS NULL;
CREATE INDEX notification_settled ON notification (channel, settled_at) WHERE outcome IS NOT NULL;

CREATE TABLE push_subscription (
  id         TEXT    PRIMARY KEY,
  endpoint   TEXT    NOT NULL UNIQUE,
  p256dh     TEXT    NOT NULL,
  auth       TEXT    NOT NULL,
  account    TEXT    NOT NULL,
  session    TEXT,                -- its hash: who is logged out is told nothing; null with open access
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notification_rules (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  rules  TEXT    NOT NULL,
  set_by TEXT    NOT NULL,
  set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE hand_count (
  id         TEXT    PRIMARY KEY, -- given by the page: a count that is sent twice is one
  entered_at INTEGER NOT NULL,
  entered_by TEXT    NOT NULL,
  kind       TEXT    NOT NULL,    -- zone or passage
  place      TEXT    NOT NULL,
  from_at    INTEGER NOT NULL,
  to_at      INTEGER NOT NULL,
  counted    INTEGER NOT NULL,    -- persons in the zone at the end; or in
  counted_out INTEGER             -- of a passage
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_count_by_time ON hand_count (entered_at);
`;
