import { fail, ok, type Result } from '@throng/contract';

/** A station concourse at one moment, as people followed through a film were counted. */
export interface ConcourseMoment {
  /** Since the film began. */
  readonly seconds: number;
  readonly occupancy: number;
  /** Persons who entered and left since the moment before. */
  readonly entered: number;
  readonly left: number;
  /** Persons per zone, in the order of `zones`. */
  readonly persons: readonly number[];
}

export interface Concourse {
  readonly zones: readonly string[];
  /** Rising in time. */
  readonly moments: readonly ConcourseMoment[];
}

const COLUMNS = ['seconds', 'occupancy', 'entered', 'left'] as const;

/**
 * Reads `occupancy.csv`: a header that names `seconds`, `occupancy`, `entered`, `left` and a column
 * `zone_…` for each zone, then a line of numbers for each moment.
 */
export const readConcourse = (text: string): Result<Concourse, 'not-a-concourse'> => {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.trim().split(',');
  const missing = COLUMNS.find((column) => !names.includes(column));
  if (missing !== undefined) return fail('not-a-concourse', `its header has no "${missing}"`);
  const zones = names.filter((name) => name.startsWith('zone_'));
  if (zones.length === 0) return fail('not-a-concourse', 'its header names no "zone_…"');
  const moments: ConcourseMoment[] = [];
  for (const [index, line] of lines.entries()) {
    const values = new Map(line.split(',').map((value, column) => [names[column], Number(value)]));
    const at = (column: string): number => values.get(column) ?? Number.NaN;
    const [seconds, occupancy, entered, left] = [
      at('seconds'),
      at('occupancy'),
      at('entered'),
      at('left'),
    ];
    const persons = zones.map(at);
    const wrong = [seconds, occupancy, entered, left, ...persons].some((value) => !(value >= 0));
    const isOutOfOrder = seconds <= (moments.at(-1)?.seconds ?? -1);
    if (wrong || isOutOfOrder) {
      const why = wrong ? 'holds no number, or one below zero' : 'is not later than the one before';
      return fail('not-a-concourse', `line ${index + 2} ${why}`);
    }
    moments.push({ seconds, occupancy, entered, left, persons });
  }
  return ok({ zones, moments });
};
