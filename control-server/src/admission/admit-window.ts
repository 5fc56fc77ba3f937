import type { MeasurementWindow } from '@throng/contract';
import type { Rules } from '../processing/rules.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { unknownName } from './known-sender.js';
import { type Refusal, refuse } from './refusal.js';
import { emptyLedger, enterSequence, type SequenceLedger } from './sequence-ledger.js';
import { windowEnd } from './window-time.js';

/** What one run of an agent has delivered of one camera. */
export interface RunLedger {
  readonly bootId: string;
  readonly ledger: SequenceLedger;
}

/** What a camera has delivered so far, by run; the run heard last is last. */
export interface Deliveries {
  readonly ledgers: readonly RunLedger[];
  /** End of the newest window that was live, epoch ms. */
  readonly newestEnd: number;
}

export const noDeliveries: Deliveries = {
  ledgers: [],
  newestEnd: Number.NEGATIVE_INFINITY,
};

/** A spool holds windows of all runs of an outage; the runs silent for longest are forgotten. */
export const MAX_RUNS = 16;

export type Admission =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /**
   * `late` is stored, but says nothing of now: marked so by its agent, older than its predecessor
   * or than `lateAfterSeconds`.
   */
  | {
      readonly kind: 'live' | 'late';
      readonly deliveries: Deliveries;
      /** Of the window's run, with the window in it. */
      readonly entered: RunLedger;
    };

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

/** The runs with `entered` heard last, in the place of `known`, which it was before. */
const heardLast = (
  ledgers: readonly RunLedger[],
  known: RunLedger | undefined,
  entered: RunLedger,
): readonly RunLedger[] => {
  // Nearly always the run that was heard last speaks again.
  if (known !== undefined && known === ledgers.at(-1)) return ledgers.with(-1, entered);
  return [...ledgers.filter((run) => run !== known), entered].slice(-MAX_RUNS);
};

/** Enters a window into its camera's deliveries; each (boot id, sequence) is admitted once (SPEC MW2, MW3, MW10). */
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
    return { kind: 'refused', refusal: refuse(window.late ? 'resent' : 'duplicate', message) };
  }
  const entered = { bootId, ledger };
  const ledgers = heardLast(deliveries.ledgers, known, entered);
  const end = windowEnd(window);
  const isLate =
    window.late === true ||
    end <= deliveries.newestEnd ||
    now - end > rules.lateAfterSeconds * 1_000;
  return isLate
    ? { kind: 'late', entered, deliveries: { ...deliveries, ledgers } }
    : { kind: 'live', entered, deliveries: { ledgers, newestEnd: end } };
};
