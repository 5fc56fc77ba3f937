/**
 * The rows of the house's own tables (accounts, sessions, audit log, versions, …) as the owner's working
 * copy holds them. What is append-only there is append-only here.
 */
export const house = `
CREATE SEQUENCE house_change;
CREATE TABLE house_row (
  name    text   NOT NULL, -- of the table
  key     jsonb  NOT NULL, -- values of its primary key, in order
  body    jsonb,           -- the row; null once it is erased
  changed bigint NOT NULL, -- rises with each change: a standby reads from where it was
  PRIMARY KEY (name, key)
);
CREATE INDEX house_row_by_change ON house_row (changed);

CREATE FUNCTION house_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are append-only', OLD.name;
END $$;
CREATE TRIGGER house_row_stays BEFORE UPDATE OR DELETE ON house_row FOR EACH ROW
WHEN (OLD.name IN ('audit_record', 'venue_version', 'venue_in_force'))
EXECUTE FUNCTION house_row_stays();
`;
