import type { PoolClient } from 'pg';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type DeliveryRow, deliveryKey } from '../../store/rows.js';
import { columns } from './columns.js';

type Stored = Omit<DeliveryRow, 'gaps'> & { readonly gaps: unknown };

const gapsShape = Compile(Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])));

/** A row whose gaps cannot be read is left out: its duplicates meet the primary keys of the store. */
const toRow = ({ gaps, ...row }: Stored): DeliveryRow[] =>
  gapsShape.Check(gaps) ? [{ ...row, gaps: gaps.map(([from, to]) => ({ from, to })) }] : [];

export const writeDeliveries = (client: PoolClient, rows: readonly DeliveryRow[]) => {
  const newest = new Map(rows.map((row) => [deliveryKey(row), row]));
  return client.query(
    `INSERT INTO delivery
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::jsonb[], $6::bigint[])
     ON CONFLICT (camera, boot_id) DO UPDATE SET floor = excluded.floor, highest = excluded.highest,
       gaps = excluded.gaps, at = excluded.at`,
    columns(
      [...newest.values()],
      (row) => row.camera,
      (row) => row.bootId,
      (row) => row.floor,
      (row) => row.highest,
      (row) => JSON.stringify(row.gaps.map(({ from, to }) => [from, to])),
      (row) => row.at,
    ),
  );
};

export const readDeliveries = async (client: PoolClient): Promise<DeliveryRow[]> => {
  const { rows } = await client.query<Stored>(
    'SELECT camera, boot_id AS "bootId", floor, highest, gaps, at FROM delivery ORDER BY at',
  );
  return rows.flatMap(toRow);
};
