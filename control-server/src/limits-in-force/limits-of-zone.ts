import type { LimitOrigin, PhaseDefinition, ZoneDefinition, ZoneLimits } from '@throng/contract';
import { defaultAlertBands } from '@throng/crowd';
import type { VenueLimits } from './venue-limits.js';

/** A phase may be called `constructor`; what an object inherits is no rule. */
const own = <Value>(rules: Readonly<Record<string, Value>> | undefined, key: string | undefined) =>
  rules !== undefined && key !== undefined && Object.hasOwn(rules, key) ? rules[key] : undefined;

/**
 * The limits of a zone, by the most particular rule there is (AL1): the zone's own for the phase,
 * the zone's own, the venue's for the kind and phase, the venue's for the kind, the default.
 */
export const limitsOfZone = (
  { bands, bandsByPhase, kind }: ZoneDefinition,
  venue: VenueLimits = {},
  phase?: PhaseDefinition,
): ZoneLimits => {
  const anyTime = (from: LimitOrigin['from']): LimitOrigin => ({ from, phase: null });
  const during = (from: LimitOrigin['from']): LimitOrigin => ({
    from,
    phase: phase === undefined ? null : { id: phase.id, name: phase.name },
  });
  const ownOfPhase = own(bandsByPhase, phase?.id);
  if (ownOfPhase !== undefined) return { bands: ownOfPhase, origin: during('zone') };
  if (bands !== undefined) return { bands, origin: anyTime('zone') };
  const ofPhase = own(venue.bandsByPhase, phase?.id)?.[kind];
  if (ofPhase !== undefined) return { bands: ofPhase, origin: during('venue') };
  const ofKind = venue.bands?.[kind];
  if (ofKind !== undefined) return { bands: ofKind, origin: anyTime('venue') };
  return { bands: defaultAlertBands(kind), origin: anyTime('default') };
};

/** Whether the page cannot know these limits from the venue alone (SPEC LV14). */
export const isByRule = ({ from, phase }: LimitOrigin): boolean =>
  from === 'venue' || phase !== null;

export const sameOrigin = (a: LimitOrigin, b: LimitOrigin): boolean =>
  a.from === b.from && a.phase?.id === b.phase?.id && a.phase?.name === b.phase?.name;
