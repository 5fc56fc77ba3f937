import {
  type Alert,
  fromTimestamp,
  toPolygon,
  toTimestamp,
  type VenueRecord,
  type ZoneDefinition,
  type ZoneForecast,
  type ZoneState,
} from '@throng/contract';
import { area, defaultAlertBands, levelOfService, riskBand } from '@throng/crowd';
import { forecastPoints } from './forecast-points.js';
import type { Picture } from './picture.js';

/** A density with the interval that holds 80 % of outcomes; without one it was measured. */
interface ZoneDensity {
  readonly density: number;
  readonly coverage: number;
  readonly range?: { readonly low: number; readonly high: number };
}

const nothing = {
  cameras: new Map(),
  edges: new Map(),
  passages: new Map(),
  forecasts: new Map(),
  grids: new Map(),
};

/** Until a record has come everything past is unknown. */
export const nothingRecorded: VenueRecord = {
  from: '1970-01-01T00:00:00Z',
  step: 1,
  steps: 1,
  zones: [],
  changes: [],
};

/** Makes pictures of one venue at other times than now. */
export const pictureMaker = (venue: Picture['venue']) => {
  const areas = new Map(venue.zones.map(({ id, polygon }) => [id, area(toPolygon(polygon))]));
  const paint = (
    picture: Picture,
    when: 'past' | 'ahead',
    at: number,
    known: ReadonlyMap<string, ZoneDensity>,
    alerts: ReadonlyMap<string, Alert>,
  ): Picture => ({
    ...picture,
    ...nothing,
    when,
    at,
    alerts,
    zones: new Map(
      venue.zones.map((zone) => [
        zone.id,
        stateOf(zone, areas.get(zone.id) ?? 0, known.get(zone.id), at),
      ]),
    ),
    ranges: new Map([...known].flatMap(([zone, { range }]) => (range ? [[zone, range]] : []))),
  });
  return {
    /** As the record has it; what it does not know is unknown. @param at event time, epoch ms. */
    past: (picture: Picture, record: VenueRecord, at: number): Picture => {
      const passed = Math.floor((at - fromTimestamp(record.from)) / 1_000 / record.step);
      // The very end still belongs to the last step.
      const step = passed === record.steps ? passed - 1 : passed;
      const known = record.zones.flatMap(({ coverage, density, zone }) => {
        const value = density[step] ?? null;
        const share = coverage[step] ?? 0;
        return value === null ? [] : [[zone, { density: value, coverage: share }] as const];
      });
      return paint(picture, 'past', at, new Map(known), alertsAt(record, at));
    },
    /** As it is expected so many seconds from now; alerts stay those of now. */
    ahead: (picture: Picture, seconds: number): Picture => {
      const at = picture.at + seconds * 1_000;
      const known = [...picture.forecasts.values()].flatMap((forecast) => {
        const expected = expectedAt(forecast, at);
        return expected === null ? [] : [[forecast.zone, expected] as const];
      });
      return paint(picture, 'ahead', at, new Map(known), picture.alerts);
    },
  };
};

/** The alerts as they stood at a time: the last change of each until then. */
const alertsAt = ({ changes }: VenueRecord, at: number): ReadonlyMap<string, Alert> =>
  new Map(
    changes.flatMap((change) =>
      fromTimestamp(change.at) <= at ? [[change.alert.id, change.alert]] : [],
    ),
  );

/** A forecast is some seconds old when it is looked at, so long does its last horizon stand for more, ms. */
const STRETCHED_MS = 60_000;

/** Between two horizons along a straight line; null where nothing is foreseen for then. */
const expectedAt = (forecast: ZoneForecast, asked: number): ZoneDensity | null => {
  const points = forecastPoints(forecast, undefined);
  const last = points.at(-1)?.at ?? asked;
  const at = asked - last <= STRETCHED_MS ? Math.min(asked, last) : asked;
  const after = points.findIndex((point) => point.at >= at);
  const [next, before] = [points[after], points[after - 1] ?? points[after]];
  if (next === undefined || before === undefined) return null;
  const share = next.at === before.at ? 1 : (at - before.at) / (next.at - before.at);
  const mix = (of: 'density' | 'low' | 'high') => before[of] + share * (next[of] - before[of]);
  return {
    density: mix('density'),
    coverage: 1,
    range: { low: mix('low'), high: mix('high') },
  };
};

const stateOf = (
  { bands, id, kind }: ZoneDefinition,
  size: number,
  known: ZoneDensity | undefined,
  at: number,
): ZoneState => {
  if (known === undefined) {
    return { zone: id, coverage: 0, at: null, reading: null, unknownBecause: 'never-measured' };
  }
  const { coverage, density, range } = known;
  return {
    zone: id,
    coverage,
    at: toTimestamp(at),
    reading: {
      persons: density * coverage * size,
      sigma: range === undefined ? 0 : ((range.high - range.low) / 2 / Z80) * coverage * size,
      density,
      densityP95: density,
      levelOfService: levelOfService(kind, density),
      band: riskBand(density, bands ?? defaultAlertBands(kind)),
      trend: null,
    },
    unknownBecause: coverage < WHOLE ? 'no-camera' : null,
  };
};

/** Standard deviations to either side that hold 80 % of a normal distribution. */
const Z80 = 1.28;

/** A zone covered this far counts as wholly known, as on the server. */
const WHOLE = 0.95;
