/** How the show stands: one row, so that a restart does not forget that it is stopped. */
export const showStop = `
CREATE TABLE show_stop (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  body TEXT    NOT NULL -- JSON, as on the live channel
) STRICT;
`;
