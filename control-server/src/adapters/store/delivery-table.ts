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
    `INSERT INTO delivery VALUES (@camera, @bootId, @floor, @highest, @gaps, @at)
     ON CONFLICT (camera, boot_id) DO UPDATE
     SET floor = @floor, highest = @highest, gaps = @gaps, at = @at`,
  );
  const all = database.prepare<[], Stored>(
    'SELECT camera, boot_id AS bootId, floor, highest, gaps, at FROM delivery ORDER BY at',
  );
  return {
    write: (row: DeliveryRow): void => {
      const gaps = JSON.stringify(row.gaps.map(({ from, to }) => [from, to]));
      upsert.run({ ...row, gaps });
    },
    read: (): DeliveryRow[] => all.all().flatMap(toRow),
  };
};
