import { toTimestamp } from '@throng/contract';
import { levelOfService } from '@throng/crowd';
import type { PublishedEvening } from '../published-evening.js';
import type { PublishedCount } from '../suppression.js';
import { type CsvField, toCsv } from './csv.js';

/**
 * `at`: begin of what the row speaks of, UTC; `seconds`: its length. `persons`: mean, whole;
 * `density`: persons/m² of the ground that was seen; `level_of_service`: Fruin's, A to F;
 * `coverage`: share of ground × time that was measured; `suppressed`: columns that are empty because
 * their count was from 1 to below k. Empty otherwise is unknown. Zone `*` is the whole venue.
 */
export const ZONE_COLUMNS = [
  ...(['at', 'seconds', 'zone', 'persons', 'density', 'level_of_service', 'coverage'] as const),
  'suppressed',
] as const;

/** `in` counts from → to; a row that lasts the whole period is a total, short by less than k persons. */
export const PASSAGE_COLUMNS = ['at', 'seconds', 'passage', 'in', 'out', 'suppressed'] as const;

/** The name of the whole venue in the place of a zone's; no zone can have it. */
const VENUE = '*';

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

function* zoneRows({ asked, step, steps, totals, zones }: PublishedEvening): Generator<CsvField[]> {
  for (let index = 0; index < steps; index += 1) {
    const at = toTimestamp((asked.from + index * step) * 1_000);
    for (const { cells, definition } of zones) {
      const cell = cells[index] ?? null;
      const place = [at, step, definition.id];
      if (cell === null) yield [...place, null, null, null, 0, null];
      else if (cell === 'few') yield [...place, null, null, null, null, 'persons'];
      else {
        const { coverage, density, persons } = cell;
        const level = levelOfService(definition.kind, density);
        yield [...place, persons, rounded(density), level, rounded(coverage), null];
      }
    }
    yield [at, step, VENUE, totals[index] ?? null, null, null, null, null];
  }
}

const told = (count: PublishedCount): number | null => (count === 'few' ? null : count);

function* passageRows({ asked, passages, step, steps }: PublishedEvening): Generator<CsvField[]> {
  for (let index = 0; index < steps; index += 1) {
    const at = toTimestamp((asked.from + index * step) * 1_000);
    for (const passage of passages) {
      const [forth, back] = [passage.in[index] ?? null, passage.out[index] ?? null];
      const suppressed = [forth === 'few' ? 'in' : [], back === 'few' ? 'out' : []].flat();
      const left = suppressed.length === 0 ? null : suppressed.join(' ');
      yield [at, step, passage.definition.id, told(forth), told(back), left];
    }
  }
  for (const { definition, known, totalIn, totalOut } of passages) {
    const whole = [toTimestamp(asked.from * 1_000), steps * step, definition.id];
    yield known === 0 ? [...whole, null, null, null] : [...whole, totalIn, totalOut, null];
  }
}

/** Every zone, and the whole venue, at every step. */
export const zonesCsv = (evening: PublishedEvening): string =>
  toCsv(ZONE_COLUMNS, zoneRows(evening));

/** Every passage at every step, and over the whole period. */
export const passagesCsv = (evening: PublishedEvening): string =>
  toCsv(PASSAGE_COLUMNS, passageRows(evening));
