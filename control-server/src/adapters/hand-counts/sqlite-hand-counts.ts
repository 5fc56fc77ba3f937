import type { CountedPlace, HandCount } from '../../hand-counts/hand-count.js';
import type { HandCountStore } from '../../hand-counts/hand-count-store.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';

interface Row {
  readonly id: string;
  readonly enteredAt: number;
  readonly enteredBy: string;
  readonly kind: string;
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly counted: number;
  readonly countedOut: number | null;
}

const countedOf = ({ counted, countedOut, kind, place }: Row): CountedPlace =>
  kind === 'zone'
    ? { kind, zone: place, persons: counted }
    : { kind: 'passage', passage: place, in: counted, out: countedOut ?? 0 };

const rowOf = ({ counted, ...rest }: HandCount): Row =>
  counted.kind === 'zone'
    ? { ...rest, kind: 'zone', place: counted.zone, counted: counted.persons, countedOut: null }
    : {
        ...{ ...rest, kind: 'passage', place: counted.passage },
        ...{ counted: counted.in, countedOut: counted.out },
      };

/** @throws when the file cannot be opened. */
export const openHandCounts = (file: string): HandCountStore => {
  const database = openDatabase(file);
  const insert = database.prepare(
    `INSERT INTO hand_count VALUES
     (@id, @enteredAt, @enteredBy, @kind, @place, @from, @to, @counted, @countedOut)
     ON CONFLICT DO NOTHING`,
  );
  const latest = database.prepare<[number], Row>(
    `SELECT id, entered_at AS enteredAt, entered_by AS enteredBy, kind, place,
            from_at AS "from", to_at AS "to", counted, counted_out AS countedOut
     FROM hand_count ORDER BY entered_at DESC, id LIMIT ?`,
  );
  return {
    add: (count) => attempt(database, () => insert.run(rowOf(count)).changes === 1),
    latest: (limit) =>
      attempt(database, () =>
        latest.all(limit).map((row) => ({
          ...{ id: row.id, enteredAt: row.enteredAt, enteredBy: row.enteredBy },
          ...{ from: row.from, to: row.to, counted: countedOf(row) },
        })),
      ),
    close: () => database.close(),
  };
};
