import {
  bandFaults,
  type CalendarDefinition,
  type CodedFault,
  type VenueDefinition,
} from '@throng/contract';
import { zoneKinds } from '@throng/crowd';
import type { BandsByKind, VenueLimits } from './venue-limits.js';

const fallingBands = (path: string, byKind: BandsByKind): CodedFault[] =>
  zoneKinds.flatMap((kind) => {
    const bands = byKind[kind];
    return bands === undefined ? [] : bandFaults(`${path}/${kind}`, bands);
  });

/** Bands of the venue's kinds of zones that do not rise; paths are meant from the settings of alerts. */
export const venueLimitFaults = ({ bands = {}, bandsByPhase = {} }: VenueLimits): CodedFault[] => [
  ...fallingBands('/bands', bands),
  ...Object.entries(bandsByPhase).flatMap(([phase, byKind]) =>
    fallingBands(`/bandsByPhase/${phase}`, byKind),
  ),
];

/** A rule for a phase that no plan has would never be in force, and nobody would know. */
export const unknownPhase = (
  { plans }: CalendarDefinition,
  path: string,
  byPhase: Readonly<Record<string, unknown>> | undefined,
): CodedFault[] => {
  const phases = new Set(plans.flatMap((plan) => plan.phases.map(({ id }) => id)));
  const remedy =
    phases.size === 0
      ? 'give calendar.plans such a phase, or remove it'
      : `name one of ${[...phases].join(', ')}`;
  return Object.keys(byPhase ?? {})
    .filter((phase) => !phases.has(phase))
    .map((phase) => ({
      path: `${path}/${phase}`,
      message: `no plan has a phase "${phase}"; ${remedy}`,
      cause: { code: 'no-phase', id: phase },
    }));
};

/** Phases that zones name and no plan has; paths are meant from the venue. */
export const zonePhaseFaults = (
  { zones }: VenueDefinition,
  calendar: CalendarDefinition,
): CodedFault[] =>
  zones.flatMap(({ bandsByPhase }, index) =>
    unknownPhase(calendar, `/zones/${index}/bandsByPhase`, bandsByPhase),
  );
