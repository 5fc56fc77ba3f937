import { fail, ok, type Result } from '@throng/contract';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { PassageTally } from '../venue-state/passage-tally.js';
import { Forecaster, type VenueForecast } from './forecaster.js';
import { TICK_SECONDS } from './horizons.js';
import { networkOf, observeTick } from './observe-tick.js';

type Seer = Pick<Forecaster, 'advance'>;

const TICK_MS = TICK_SECONDS * 1_000;

/** A look that comes this much later than due tells rates that never were: lines count as unknown. */
const LATE = 1.5;

/**
 * Looks ahead every 10 s, beside the pure core: it learns in place. One that fails is
 * replaced by a new one, and never stops anybody.
 */
export class Foresight {
  readonly #create: () => Seer;
  #seer: Seer;
  #before: readonly PassageTally[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(plan: VenuePlan, create: () => Seer = () => new Forecaster(networkOf(plan))) {
    this.#create = create;
    this.#seer = create();
  }

  /** The forecast of a state at `now` (epoch ms); undefined until 10 s have passed since the last. */
  look(state: ProcessingState, now: number): Result<VenueForecast, 'forecast-failed'> | undefined {
    const tick = Math.floor(now / TICK_MS);
    const last = Math.floor(this.#lookedAt / TICK_MS);
    if (tick === last) return undefined;
    const isInTime = now - this.#lookedAt < LATE * TICK_MS;
    const before = isInTime ? this.#before : state.passages;
    this.#before = state.passages;
    this.#lookedAt = now;
    try {
      return ok(this.#seer.advance(observeTick(state, before)));
    } catch (error) {
      this.#seer = this.#create();
      return fail('forecast-failed', error instanceof Error ? error.message : String(error));
    }
  }
}
