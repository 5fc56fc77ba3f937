import type { MeasurementStore } from '../store/measurement-store.js';
import { type CameraCount, type CountComparison, compareCount } from './compare-count.js';
import type { HandCount } from './hand-count.js';

/** A hand count, what the cameras counted, and what follows. */
export interface JudgedCount extends CountComparison {
  readonly count: HandCount;
  /** Persons by the cameras: in the zone, or through the passage both ways; null: not seen. */
  readonly persons: number | null;
  readonly coverage: number;
  /** Ids of the cameras that counted there then. */
  readonly cameras: readonly string[];
}

/** Seconds before and after a moment whose mean is a zone's count for it, as the agent's own clicker has it. */
const NEAR = 15;

/**
 * Sets a hand count beside what the cameras counted, as the record has it by now. Late windows are in it
 * then too.
 *
 * @param area of a zone, m².
 */
export const judgeCount = async (
  count: HandCount,
  store: Pick<MeasurementStore, 'zoneHistory' | 'passageHistory' | 'camerasOf'>,
  area: (zone: string) => number | undefined,
): Promise<JudgedCount> => {
  const { counted } = count;
  const [from, to] = periodOf(count);
  const found =
    counted.kind === 'zone'
      ? await zoneCount(counted.zone, from, to, store, area(counted.zone))
      : await passageCount(counted.passage, from, to, store);
  const hand = counted.kind === 'zone' ? counted.persons : counted.in + counted.out;
  const { kind } = counted;
  const place = kind === 'zone' ? counted.zone : counted.passage;
  const cameras = await store.camerasOf({ kind, place, from, to });
  return {
    ...compareCount(hand, found),
    count,
    persons: found?.persons ?? null,
    coverage: found?.coverage ?? 0,
    cameras: cameras.ok ? cameras.value : [],
  };
};

/** Epoch seconds: the whole count of a passage; of a zone the moment at which it was right. */
const periodOf = ({ counted, from, to }: HandCount): readonly [number, number] => {
  const end = Math.round(to / 1_000);
  return counted.kind === 'zone' ? [end - NEAR, end + NEAR] : [Math.floor(from / 1_000), end];
};

const zoneCount = async (
  zone: string,
  from: number,
  to: number,
  store: Pick<MeasurementStore, 'zoneHistory'>,
  area: number | undefined,
): Promise<CameraCount | null> => {
  const points = await store.zoneHistory({ zone, from, to, step: to - from });
  const [point] = points.ok ? points.value : [];
  if (point === undefined || area === undefined) return null;
  return { persons: point.persons, coverage: Math.min(1, point.area / area) };
};

const passageCount = async (
  passage: string,
  from: number,
  to: number,
  store: Pick<MeasurementStore, 'passageHistory'>,
): Promise<CameraCount | null> => {
  const step = Math.max(1, to - from);
  const points = await store.passageHistory({ passage, from, to: from + step, step });
  const [point] = points.ok ? points.value : [];
  if (point === undefined) return null;
  return { persons: point.in + point.out, coverage: Math.min(1, point.seconds / step) };
};
