import type { ZoneDefinition } from '@throng/contract';
import { limitsOfZone } from './limits-of-zone.js';
import type { VenueLimits } from './venue-limits.js';

/** The lowest watch limit that any rule, in whatever phase, gives a zone, persons/m². */
export const lowestWatch = (zone: ZoneDefinition, venue: VenueLimits): number => {
  const phases = [zone.bandsByPhase, venue.bandsByPhase].flatMap((rules) =>
    Object.keys(rules ?? {}),
  );
  const limits = [
    limitsOfZone(zone, venue),
    ...phases.map((id) => limitsOfZone(zone, venue, { id, name: id, fromMinute: 0 })),
  ];
  return Math.min(...limits.map(({ bands }) => bands.watch));
};
