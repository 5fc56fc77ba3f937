import Database from 'better-sqlite3';
import type { RecordedPeriod, RecordedRows } from '../../store/recorded-rows.js';
import type { PassageRow, ZoneRow } from '../../store/rows.js';

const ZONES = `
SELECT zone, at, camera, seconds, persons, sigma, area, density_p95 AS densityP95
FROM zone_measurement WHERE at > @from AND at <= @to ORDER BY at, camera, zone`;

const PASSAGES = `
SELECT passage, at, camera, seconds, in_count AS "in", out_count AS "out", recall
FROM passage_count WHERE at > @from AND at <= @to ORDER BY at, camera, passage`;

type Row = Pick<ZoneRow, 'at' | 'camera' | 'seconds'>;

const isBefore = (row: Row, other: Row): boolean =>
  row.at < other.at || (row.at === other.at && row.camera < other.camera);

/** Takes from the front of `rows` those that belong with `key`. */
const takeWith = <Each extends Row>(
  rows: Iterator<Each>,
  front: IteratorResult<Each>,
  key: Row,
): { readonly taken: Each[]; readonly front: IteratorResult<Each> } => {
  const taken: Each[] = [];
  let next = front;
  while (next.done !== true && next.value.at === key.at && next.value.camera === key.camera) {
    taken.push(next.value);
    next = rows.next();
  }
  return { taken, front: next };
};

/**
 * What the store keeps of a period, window by window in the order of time. The file is only read;
 * a server may be writing it.
 *
 * @throws SqliteError when the file is missing or is no store.
 */
export function* recordedRows(file: string, period: RecordedPeriod): Generator<RecordedRows> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const zones = database.prepare<[RecordedPeriod], ZoneRow>(ZONES).iterate(period);
    const passages = database.prepare<[RecordedPeriod], PassageRow>(PASSAGES).iterate(period);
    let [zone, passage] = [zones.next(), passages.next()];
    while (zone.done !== true || passage.done !== true) {
      const isZone =
        zone.done !== true && (passage.done === true || !isBefore(passage.value, zone.value));
      const { at, camera, seconds } = isZone ? zone.value : passage.value;
      const key = { at, camera, seconds };
      const measured = takeWith(zones, zone, key);
      const counted = takeWith(passages, passage, key);
      zone = measured.front;
      passage = counted.front;
      yield { ...key, zones: measured.taken, passages: counted.taken };
    }
  } finally {
    database.close();
  }
}
