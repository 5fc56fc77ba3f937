import type { PoolClient } from 'pg';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type EveningRow, knownMinutes } from '../../store/evening-row.js';

type Stored = Omit<EveningRow, 'minutes'> & { readonly minutes: unknown };

const minutesShape = Compile(Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()])));

/** A row whose minutes cannot be read is left out: nothing is learnt from it. */
const toRow = ({ minutes, ...row }: Stored): EveningRow[] =>
  minutesShape.Check(minutes) ? [{ ...row, minutes }] : [];

export const readEvenings = async (
  client: PoolClient,
  events: readonly string[],
): Promise<EveningRow[]> => {
  const { rows } = await client.query<Stored>(
    `SELECT event, zone, doors_at AS "doorsAt", from_minute AS "fromMinute", area, minutes
     FROM evening_profile WHERE event = ANY ($1) ORDER BY event, zone`,
    [events],
  );
  return rows.flatMap(toRow);
};

/** One after another: two rows of one event and zone may come at once, and the better one stays. */
export const keepEvenings = async (
  client: PoolClient,
  rows: readonly EveningRow[],
): Promise<void> => {
  for (const { area, doorsAt, event, fromMinute, minutes, zone } of rows) {
    await client.query(
      `INSERT INTO evening_profile AS kept VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (event, zone) DO UPDATE
       SET doors_at = excluded.doors_at, from_minute = excluded.from_minute, area = excluded.area,
           minutes = excluded.minutes, known = excluded.known
       WHERE kept.doors_at <> excluded.doors_at OR kept.known <= excluded.known`,
      [event, zone, doorsAt, fromMinute, area, JSON.stringify(minutes), knownMinutes({ minutes })],
    );
  }
};

export const forgetEvenings = async (client: PoolClient, before: number): Promise<void> => {
  await client.query('DELETE FROM evening_profile WHERE doors_at < $1', [before]);
};
