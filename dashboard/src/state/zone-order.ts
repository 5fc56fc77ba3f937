import type { ZoneDefinition, ZoneState } from '@throng/contract';
import type { Picture } from './picture.js';
import { type TrendDirection, trendDirection } from './trend.js';

/** A zone with what is known of it. */
export interface ZoneRow {
  readonly zone: ZoneDefinition;
  readonly state: ZoneState;
  /** Whether it is expected to pass its limit: an alert stands for that. */
  readonly isWarned: boolean;
  /** Set in a picture that is not of the present. */
  readonly when?: 'past' | 'ahead';
  /** Persons/m² between which it is expected, in a picture of what is ahead. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** What is said of a zone: its risk band, or that it is not known. */
export type ZoneStanding = 'normal' | 'watch' | 'warning' | 'critical' | 'emergency' | 'unknown';

export const zoneStanding = ({ reading }: ZoneState): ZoneStanding => reading?.band ?? 'unknown';

/** Unknown stands above watch: a zone that nobody sees needs somebody's eyes. */
const standings: readonly ZoneStanding[] = [
  'emergency',
  'critical',
  'warning',
  'unknown',
  'watch',
  'normal',
];

const directions: readonly TrendDirection[] = ['rising', 'unknown', 'steady', 'falling'];

/** 0 is the most urgent standing. */
export const standingRank = (standing: ZoneStanding): number => standings.indexOf(standing);

const neverMeasured = (zone: string): ZoneState => ({
  zone,
  coverage: 0,
  at: null,
  reading: null,
  unknownBecause: 'never-measured',
});

/** All zones of the venue in the venue's own order. A zone the server is silent about is unknown. */
export const zoneRows = ({ alerts, ranges, venue, when, zones }: Picture): ZoneRow[] => {
  const warned = new Set(
    [...alerts.values()].flatMap(({ reason, state }) =>
      reason.kind === 'forecast' && state === 'active' ? [reason.zone] : [],
    ),
  );
  return venue.zones.map((zone) => {
    const range = ranges?.get(zone.id);
    return {
      zone,
      state: zones.get(zone.id) ?? neverMeasured(zone.id),
      isWarned: warned.has(zone.id),
      ...(when === undefined ? {} : { when }),
      ...(range === undefined ? {} : { range }),
    };
  });
};

/**
 * By risk, then rising before steady before falling, then as the venue lists them. Numbers that
 * change each second are left out on purpose: rows must not dance under a finger.
 */
export const byRisk = (a: ZoneRow, b: ZoneRow): number =>
  standingRank(zoneStanding(a.state)) - standingRank(zoneStanding(b.state)) ||
  directionRank(a) - directionRank(b);

const directionRank = ({ state }: ZoneRow): number =>
  directions.indexOf(trendDirection(state.reading?.trend ?? null));
