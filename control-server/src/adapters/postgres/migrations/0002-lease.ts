/**
 * Who owns the venue, by the database's clock. The epoch is the key, so that changing it waits for
 * writes that hold it (FOR KEY SHARE) and extending `until` does not.
 */
export const lease = `
CREATE TABLE lease (
  epoch   bigint      PRIMARY KEY, -- one more with each owner: the fencing token of its writes
  venue   text        NOT NULL UNIQUE,
  owner   text        NOT NULL,
  address text        NOT NULL,    -- where its page is
  until   timestamptz NOT NULL
);
`;
