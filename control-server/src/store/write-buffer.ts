import type { EdgeHealth } from '@throng/contract';
import {
  type DeliveryRow,
  deliveryKey,
  noRows,
  type PassageRow,
  type Rows,
  type TransitionRow,
  type ZoneRow,
} from './rows.js';

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

/** One after the other, in one go through thousands of parts a second; of health and deliveries the newest stays. */
const gathered = (parts: readonly Partial<Rows>[]) => {
  const zones: ZoneRow[] = [];
  const passages: PassageRow[] = [];
  const transitions: TransitionRow[] = [];
  const health = new Map<string, EdgeHealth>();
  const deliveries = new Map<string, DeliveryRow>();
  for (const part of parts) {
    for (const row of part.zones ?? []) zones.push(row);
    for (const row of part.passages ?? []) passages.push(row);
    for (const row of part.transitions ?? []) transitions.push(row);
    for (const report of part.health ?? []) health.set(report.edge, report);
    for (const row of part.deliveries ?? []) deliveries.set(deliveryKey(row), row);
  }
  return { zones, passages, transitions, health, deliveries };
};

/** The buffer with more rows; measurements and alert transitions have room of their own. */
export const addRows = (
  { rows, lost }: WriteBuffer,
  added: readonly Partial<Rows>[],
  limits: { readonly measurements: number; readonly transitions: number } = BUFFER_LIMITS,
): WriteBuffer => {
  const { zones, passages, transitions, health, deliveries } = gathered([rows, ...added]);
  const kept = {
    zones: bounded(zones, limits.measurements),
    passages: bounded(passages, limits.measurements),
    transitions: bounded(transitions, limits.transitions),
  };
  return {
    rows: {
      zones: kept.zones.kept,
      passages: kept.passages.kept,
      transitions: kept.transitions.kept,
      health: [...health.values()],
      deliveries: [...deliveries.values()],
    },
    lost: lost + kept.zones.lost + kept.passages.lost + kept.transitions.lost,
  };
};

export const waitingRows = ({ rows }: WriteBuffer): number =>
  rows.zones.length +
  rows.passages.length +
  rows.transitions.length +
  rows.health.length +
  rows.deliveries.length;
