import type { ZoneService } from '@throng/contract';
import { OUTSIDE } from '@throng/contract';
import { crossingsOf, slidingFlow } from './passage-flows.js';
import type { PublishedEvening, PublishedZone } from './published-evening.js';

/** A time under pressure; epoch seconds. */
export interface PressureStretch {
  readonly from: number;
  readonly to: number;
  /** Highest value of it, and when. */
  readonly peak: number;
  readonly peakAt: number;
}

/** Where staff serve people: an entrance by its flow, or a zone by its density. */
export interface PlacePressure {
  readonly id: string;
  readonly name: string;
  readonly service: ZoneService;
  /** The zone that it is, or that it leads to from outside. */
  readonly zone: string;
  /** `share`: of planned capacity. `density`: persons/m². */
  readonly measure: 'share' | 'density';
  readonly limit: number;
  /** Value at the end of each step; null is unknown. */
  readonly values: readonly (number | null)[];
  readonly stretches: readonly PressureStretch[];
}

/** Rules of pressure; the report states them. */
export const PRESSURE = {
  /** Share of planned capacity from which an entrance is pressed, by its mean flow over five minutes. */
  share: 0.8,
  flowSeconds: 300,
  /** Seconds that it must last, and shorter pauses than this don't end it. */
  lastsSeconds: 300,
  pauseSeconds: 600,
} as const;

/** Every place that serves people, in the venue's order: entrances first. */
export const pressures = (evening: PublishedEvening): PlacePressure[] => {
  const { asked, passages, step } = evening;
  const gates = passages
    .filter(({ outside }) => outside !== null)
    .map((passage): PlacePressure => {
      const flows = slidingFlow(crossingsOf(passage), step, PRESSURE.flowSeconds);
      const values = flows.map((flow) => flow && flow / passage.capacity);
      const { from, id, name, to } = passage.definition;
      const zone = from === OUTSIDE ? to : from;
      const stretches = stretchesAbove(values, PRESSURE.share, asked.from, step);
      return {
        ...{ id, name, service: 'gate', zone, measure: 'share', limit: PRESSURE.share },
        ...{ values, stretches },
      };
    });
  const zones = evening.zones.flatMap((zone): PlacePressure[] => {
    const service = serviceOf(zone, evening);
    if (service === undefined) return [];
    const { id, name } = zone.definition;
    const values = zone.cells.map((cell) => (cell === 'few' ? 0 : (cell?.density ?? null)));
    const limit = zone.bands.watch;
    const stretches = stretchesAbove(values, limit, asked.from, step);
    return [{ id, name, service, zone: id, measure: 'density', limit, values, stretches }];
  });
  return [...gates, ...zones];
};

/** What a zone is marked to serve; a queue that people enter from outside serves a gate. */
const serviceOf = (
  { definition: { id, kind, serves } }: PublishedZone,
  { passages }: PublishedEvening,
): ZoneService | undefined => {
  if (serves !== undefined || kind !== 'queue') return serves;
  const isEntered = passages.some(
    ({ definition: { from, to } }) =>
      (from === OUTSIDE && to === id) || (to === OUTSIDE && from === id),
  );
  return isEntered ? 'gate' : undefined;
};

/** Stretches at or above a limit that last; the strongest first. */
const stretchesAbove = (
  values: readonly (number | null)[],
  limit: number,
  begin: number,
  step: number,
): PressureStretch[] => {
  const found: PressureStretch[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null || value < limit) continue;
    const [from, to] = [begin + index * step, begin + (index + 1) * step];
    const last = found.at(-1);
    if (last === undefined || from - last.to > PRESSURE.pauseSeconds) {
      found.push({ from, to, peak: value, peakAt: from });
      continue;
    }
    const isHigher = value > last.peak;
    const [peak, peakAt] = isHigher ? [value, from] : [last.peak, last.peakAt];
    found[found.length - 1] = { from: last.from, to, peak, peakAt };
  }
  return found
    .filter(({ from, to }) => to - from >= PRESSURE.lastsSeconds)
    .sort((a, b) => b.peak - a.peak || a.from - b.from);
};

/** The highest value of a place, whether pressed or not. */
export const highest = ({ values }: Pick<PlacePressure, 'values'>): number | null => {
  let most: number | null = null;
  for (const value of values) if (value !== null && (most === null || value > most)) most = value;
  return most;
};
