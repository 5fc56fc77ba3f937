import {
  Foresight,
  type Input,
  initialState,
  processInput,
  type Rules,
  type VenuePlan,
} from '@throng/control-server';
import {
  createCrowdEvening,
  measuredEvening,
  type SimulatedVenue,
  type Truth,
} from '@throng/simulation';
import type { MeasurementStore } from '../../../../control-server/src/store/measurement-store.js';
import { noRows } from '../../../../control-server/src/store/rows.js';

export interface KeptEvening {
  readonly simulated: SimulatedVenue;
  readonly plan: VenuePlan;
  readonly rules: Rules;
  readonly seed: number;
  /** Epoch ms. */
  readonly doorsAt: number;
}

const WINDOW_SECONDS = 10;

/** What the live server would have kept of a simulated evening, in event time; gives what was true. */
export const keepEvening = async (
  store: MeasurementStore,
  { doorsAt, plan, rules, seed, simulated }: KeptEvening,
): Promise<Truth[]> => {
  const crowd = createCrowdEvening(simulated, seed);
  const cameras = measuredEvening(simulated, seed, { windowSeconds: WINDOW_SECONDS, doorsAt });
  const foresight = new Foresight(plan);
  const truths: Truth[] = [];
  let state = initialState(plan, doorsAt);
  while (crowd.time < crowd.evening.length) {
    const truth = crowd.advance(WINDOW_SECONDS).at(-1);
    if (truth === undefined) break;
    truths.push(truth);
    const now = doorsAt + truth.time * 1_000 + 500;
    const take = async (input: Input): Promise<void> => {
      const outcome = processInput(plan, rules, state, input, now);
      state = outcome.state;
      const written = await store.write({ ...noRows, ...outcome.rows });
      if (!written.ok) throw new Error(written.message);
    };
    for (const window of cameras.measure(truth)) await take({ kind: 'window', window });
    await take({ kind: 'tick' });
    const looked = foresight.look(state, now);
    if (looked !== undefined)
      await take({ kind: 'forecast', forecast: looked.ok ? looked.value : null });
  }
  return truths;
};
