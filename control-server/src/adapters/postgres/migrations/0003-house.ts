/**
 * The rows of the house's own tables (accounts, sessions, audit log, versions, …) as they stand in the
 * owner's working copy.
 */
export const house = `
CREATE SEQUENCE house_change;
CREATE TABLE house_row (
  name    text        NOT NULL, -- of the table
  key     jsonb       NOT NULL, -- values of its primary key, in order
  body    jsonb,                -- the row; null once it is erased
  changed bigint      NOT NULL, -- rises with each change: a standby reads from where it was
  at      timestamptz NOT NULL,
  PRIMARY KEY (name, key)
);
CREATE INDEX house_row_by_change ON house_row (changed);
CREATE INDEX house_row_erased ON house_row (at) WHERE body IS NULL;
`;
