/**
 * What people do in a zone, which decides how dense it may become:
 * walk on the level, use stairs, stand in a queue, or stand and watch.
 */
export type ZoneKind = 'walkway' | 'stairs' | 'queue' | 'viewing';

export const zoneKinds: readonly ZoneKind[] = ['walkway', 'stairs', 'queue', 'viewing'];
