import type { ZoneDefinition, ZoneLimits, ZoneState } from '@throng/contract';
import { defaultAlertBands } from '@throng/crowd';

/** A zone's limits with the rule that they come from: as the server says, else the zone's own (SPEC LV14). */
export const limitsInForce = (
  { bands, kind }: ZoneDefinition,
  { limits }: ZoneState,
): ZoneLimits => {
  if (limits !== undefined) return limits;
  return bands === undefined
    ? { bands: defaultAlertBands(kind), origin: { from: 'default', phase: null } }
    : { bands, origin: { from: 'zone', phase: null } };
};
