/** Of what boxes were told, only the name of who said it may be taken out. */
export const namesLeaveTheFleet = `
DROP TRIGGER fleet_version_never_changed;
CREATE TRIGGER fleet_version_never_changed
BEFORE UPDATE OF edge, version, saved_at, note, body ON fleet_version
BEGIN SELECT RAISE(ABORT, 'versions of a box are append-only'); END;
`;
