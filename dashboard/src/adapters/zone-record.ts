import { toTimestamp } from '@throng/contract';
import { HISTORY_SPAN, HISTORY_STEP, type HistoryPoint } from '../state/zone-history.js';

/** The server's record of one zone over the last minutes before `at` (event time, milliseconds). */
export const fetchZoneRecord = async (
  zone: string,
  at: number,
  signal: AbortSignal,
): Promise<HistoryPoint[]> => {
  const query = new URLSearchParams({
    from: toTimestamp(at - HISTORY_SPAN),
    to: toTimestamp(at),
    step: String(HISTORY_STEP / 1_000),
  });
  const address = new URL(`api/v1/zones/${zone}/history?${query}`, document.baseURI);
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? readPoints(await answer.json()) : [];
  } catch {
    // Not reachable, or no longer wanted: the chart then begins where the page did.
    return [];
  }
};

/** The well-formed points of an answer; anything else is left out. */
export const readPoints = (answer: unknown): HistoryPoint[] => {
  const points = fieldOf(answer, 'points');
  if (!Array.isArray(points)) return [];
  return points.flatMap((point: unknown) => {
    const at = Date.parse(String(fieldOf(point, 'at')));
    const density = fieldOf(point, 'density');
    const isSound = Number.isFinite(at) && typeof density === 'number' && density >= 0;
    return isSound ? [{ at, density }] : [];
  });
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
