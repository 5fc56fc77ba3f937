import type Database from 'better-sqlite3';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { DeliveryRow } from '../../store/rows.js';

interface Stored {
  readonly camera: string;
  readonly bootId: string;
  readonly floor: number;
  readonly highest: number;
  readonly gaps: string;
  readonly at: number;
}

const gapsShape = Compile(Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])));

/** A row whose gaps cannot be read is left out: its duplicates meet the primary keys of the store. */
const toRow = ({ gaps, ...row }: Stored): DeliveryRow[] => {
  const pairs: unknown = JSON.parse(gaps);
  return gapsShape.Check(pairs)
    ? [{ ...row, gaps: pairs.map(([from, to]) => ({ from, to })) }]
    : [];
};

export const deliveryTable = (database: Database.Database) => {
  const upsert = database.prepare(
    `INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (camera, boot_id) DO UPDATE
     SET floor = excluded.floor, highest = excluded.highest, gaps = excluded.gaps, at = excluded.at`,
  );
  const all = database.prepare<[], Stored>(
    'SELECT camera, boot_id AS bootId, floor, highest, gaps, at FROM delivery ORDER BY at',
  );
  return {
    write: ({ at, bootId, camera, floor, gaps, highest }: DeliveryRow): void => {
      const pairs = JSON.stringify(gaps.map(({ from, to }) => [from, to]));
      upsert.run(camera, bootId, floor, highest, pairs, at);
    },
    read: (): DeliveryRow[] => all.all().flatMap(toRow),
  };
};
