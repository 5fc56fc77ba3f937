import { deliveryKey, noRows, type Rows } from './rows.js';

/** Rows that wait for the store, and how many were given up because it did not take them. */
export interface WriteBuffer {
  readonly rows: Rows;
  readonly lost: number;
}

export const emptyBuffer: WriteBuffer = { rows: noRows, lost: 0 };

/** Rows that may wait: some ten minutes of a venue with a hundred cameras. */
export const BUFFER_LIMITS = { measurements: 100_000, transitions: 10_000 } as const;

/** DROP_OLDEST: the newest `limit` entries, and how many fell out. */
const bounded = <Row>(rows: readonly Row[], limit: number) => {
  const lost = Math.max(0, rows.length - limit);
  return { kept: lost === 0 ? rows : rows.slice(lost), lost };
};

/** The buffer with more rows; measurements and alert transitions have room of their own. */
export const addRows = (
  { rows, lost }: WriteBuffer,
  added: readonly Partial<Rows>[],
  limits: { readonly measurements: number; readonly transitions: number } = BUFFER_LIMITS,
): WriteBuffer => {
  const all = [rows, ...added];
  const zones = bounded(
    all.flatMap((each) => each.zones ?? []),
    limits.measurements,
  );
  const passages = bounded(
    all.flatMap((each) => each.passages ?? []),
    limits.measurements,
  );
  const transitions = bounded(
    all.flatMap((each) => each.transitions ?? []),
    limits.transitions,
  );
  const health = new Map(
    all.flatMap((each) => each.health ?? []).map((report) => [report.edge, report]),
  );
  const deliveries = new Map(
    all.flatMap((each) => each.deliveries ?? []).map((row) => [deliveryKey(row), row]),
  );
  return {
    rows: {
      zones: zones.kept,
      passages: passages.kept,
      transitions: transitions.kept,
      health: [...health.values()],
      deliveries: [...deliveries.values()],
    },
    lost: lost + zones.lost + passages.lost + transitions.lost,
  };
};

export const waitingRows = ({ rows }: WriteBuffer): number =>
  rows.zones.length +
  rows.passages.length +
  rows.transitions.length +
  rows.health.length +
  rows.deliveries.length;
