/** Which windows of each camera and run have been taken, so that a restart forgets no duplicate. */
export const deliveries = `
CREATE TABLE delivery (
  camera  TEXT    NOT NULL,
  boot_id TEXT    NOT NULL,
  floor   INTEGER NOT NULL, -- sequences below it are not remembered
  highest INTEGER NOT NULL,
  gaps    TEXT    NOT NULL, -- JSON [[from, to], …]: not taken, both included
  at      INTEGER NOT NULL, -- when the last one came, epoch seconds
  PRIMARY KEY (camera, boot_id)
) STRICT, WITHOUT ROWID;
`;
