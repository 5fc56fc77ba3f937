import type { MeasurementWindow } from '@throng/contract';
import type { Rules } from '../processing/rules.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { unknownName } from './known-sender.js';
import { type Refusal, refuse } from './refusal.js';
import { emptyLedger, enterSequence, type SequenceLedger } from './sequence-ledger.js';
import { windowEnd } from './window-time.js';

/** What a camera has delivered so far, by run; the newest run is last. */
export interface Deliveries {
  readonly ledgers: readonly { readonly bootId: string; readonly ledger: SequenceLedger }[];
  /** End of the newest window that was live, epoch ms. */
  readonly newestEnd: number;
}

export const noDeliveries: Deliveries = {
  ledgers: [],
  newestEnd: Number.NEGATIVE_INFINITY,
};

/** A spool may still hold windows of the run before; older runs are forgotten. */
const MAX_RUNS = 3;

export type Admission =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `late` is stored, but says nothing of now: older than its predecessor or than `lateAfterSeconds`. */
  | { readonly kind: 'live' | 'late'; readonly deliveries: Deliveries };

/** What can be judged of a window without its camera's past: names and a stamp from the future. */
export const refusedAtSight = (
  plan: VenuePlan,
  rules: Rules,
  window: MeasurementWindow,
  now: number,
): Refusal | undefined => {
  const name = unknownName(plan, window);
  if (name !== undefined) return name;
  const ahead = (windowEnd(window) - now) / 1_000;
  return ahead > rules.futureToleranceSeconds
    ? refuse(
        'future',
        `"${window.camera}" is ${ahead.toFixed(1)} s ahead, ${rules.futureToleranceSeconds} s are allowed; set the clock of "${window.edge}"`,
      )
    : undefined;
};

/** Enters a window into its camera's deliveries; each (boot id, sequence) is admitted once (SPEC MW2, MW3). */
export const admitWindow = (
  deliveries: Deliveries,
  rules: Rules,
  window: MeasurementWindow,
  now: number,
): Admission => {
  const { bootId, sequence } = window;
  const known = deliveries.ledgers.find((run) => run.bootId === bootId);
  const ledger = enterSequence(known?.ledger ?? emptyLedger, sequence);
  if (ledger === undefined) {
    const message = `window ${sequence} of "${window.camera}" (run ${bootId}) came before`;
    return { kind: 'refused', refusal: refuse('duplicate', message) };
  }
  const entered = { bootId, ledger };
  const ledgers =
    known === undefined
      ? [...deliveries.ledgers, entered].slice(-MAX_RUNS)
      : deliveries.ledgers.map((run) => (run === known ? entered : run));
  const end = windowEnd(window);
  const late = end <= deliveries.newestEnd || now - end > rules.lateAfterSeconds * 1_000;
  return late
    ? { kind: 'late', deliveries: { ...deliveries, ledgers } }
    : { kind: 'live', deliveries: { ledgers, newestEnd: end } };
};
