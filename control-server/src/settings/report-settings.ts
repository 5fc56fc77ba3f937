import type { Fault, VenueDefinition } from '@throng/contract';
import { toPolygon } from '@throng/contract';
import { area } from '@throng/crowd';
import Type from 'typebox';
import { lowestWatch } from '../limits-in-force/lowest-watch.js';
import type { VenueLimits } from '../limits-in-force/venue-limits.js';

/** What reports and exports tell, and in which grain. */
export const ReportSettings = Type.Object(
  {
    /**
     * Length of a step, seconds. A setting and not part of a request: two exports in different steps
     * would tell by their difference what either leaves out.
     */
    stepSeconds: Type.Integer({ minimum: 60, maximum: 3_600, default: 60 }),
    /** Counts from 1 to below this are left out of reports and exports (k). */
    suppressBelow: Type.Integer({ minimum: 2, maximum: 50, default: 5 }),
    /** In which times are told, e.g. Europe/Berlin; files for programs are in UTC. */
    timeZone: Type.String({ minLength: 1, maxLength: 60, default: 'UTC' }),
  },
  { additionalProperties: false, default: {} },
);
export type ReportSettings = Type.Static<typeof ReportSettings>;

/** Paths from the root of the venue file. */
export const reportFaults = (
  { suppressBelow, timeZone }: ReportSettings,
  venue: VenueDefinition | undefined,
  limits: VenueLimits,
): Fault[] => [
  ...(isTimeZone(timeZone)
    ? []
    : [{ path: '/server/report/timeZone', message: 'no such time zone; e.g. Europe/Berlin' }]),
  ...(venue?.zones ?? []).flatMap((zone) => {
    const { id, polygon } = zone;
    const most = Math.floor(area(toPolygon(polygon)) * lowestWatch(zone, limits));
    if (most >= suppressBelow) return [];
    const message = `would hide danger in "${id}", where ${suppressBelow} people are past its watch limit; take ${Math.max(2, most)} or less, or draw the zone larger`;
    const cause = { code: 'hides-danger', zone: zone.name, persons: suppressBelow } as const;
    return [{ path: '/server/report/suppressBelow', message, cause }];
  }),
];

const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};
