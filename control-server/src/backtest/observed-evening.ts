import { observeTick } from '../forecast/observe-tick.js';
import type { TickObservation } from '../forecast/tick-observation.js';
import { processInput } from '../processing/process-input.js';
import { initialState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { DOORS_AT, type SimulatedEvening } from './simulated-evening.js';

/** One tick of a simulated evening: what was true, and what the server made of its cameras. */
export interface ObservedTick {
  /** Seconds since the doors opened. */
  readonly time: number;
  /** Persons/m² per zone. */
  readonly truth: Float64Array;
  /** Persons who have truly passed each edge (2p along passage p, 2p + 1 against it) since the doors opened. */
  readonly crossed: Float64Array;
  readonly observation: TickObservation;
}

/** Milliseconds that a window takes to the server. */
const ON_THE_WAY = 500;

/** A simulated evening through the very code of the server: windows with all the errors of cameras, admission, venue state. */
export const observeEvening = function* (
  plan: VenuePlan,
  rules: Rules,
  evening: SimulatedEvening,
): Generator<ObservedTick> {
  let state = initialState(plan, DOORS_AT);
  for (const { truth, windows } of evening.ticks) {
    const now = DOORS_AT + truth.time * 1_000 + ON_THE_WAY;
    const before = state.passages;
    for (const window of windows) {
      state = processInput(plan, rules, state, { kind: 'window', window }, now).state;
    }
    state = processInput(plan, rules, state, { kind: 'tick' }, now).state;
    yield {
      time: truth.time,
      truth: Float64Array.from(plan.zones, (zone) => truth.zones[zone.definition.id]?.density ?? 0),
      crossed: Float64Array.from(
        plan.venue.passages.flatMap(({ id }) => {
          const { in: forth, out } = truth.passages[id] ?? { in: 0, out: 0 };
          return [forth, out];
        }),
      ),
      observation: observeTick(state, before),
    };
  }
};
