import { fail, ok, type Result } from '@throng/contract';
import type { ProcessingState } from '../processing/processing-state.js';
import type { CarriedPlaces } from '../venue-plan/carried-places.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { emptyTally, type PassageTally } from '../venue-state/passage-tally.js';
import { type DatedProfile, profileFrom } from './dated-profile.js';
import type { EveningProfile } from './evening-profile.js';
import { Forecaster, type VenueForecast } from './forecaster.js';
import { LONGEST_TICKS, TICK_SECONDS } from './horizons.js';
import { networkOf, observeTick } from './observe-tick.js';
import { carriedTick, type TickObservation, unknownTick } from './tick-observation.js';

type Seer = Pick<Forecaster, 'advance'>;

const TICK_MS = TICK_SECONDS * 1_000;

/** A look that comes this much later than due tells rates that never were: lines count as unknown. */
const LATE = 1.5;

/** Ticks that a new forecaster is shown of what was before it, 5 minutes: it need not begin blind. */
const REMEMBERED = 30;

/**
 * Looks ahead every 10 s, beside the pure core: it learns in place. One that fails is
 * replaced by a new one, and never stops anybody. Ticks at which nobody looked are unknown ones, so
 * that it keeps step with the clock; after more of them than it looks ahead it begins anew.
 */
export class Foresight {
  readonly #create: (profile: EveningProfile | undefined) => Seer;
  #profile: DatedProfile | undefined;
  #seer: Seer | undefined;
  #recent: TickObservation[] = [];
  /** The clock's tick that was observed last. */
  #tick = Number.NaN;
  #before: readonly PassageTally[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    plan: VenuePlan,
    create: (profile: EveningProfile | undefined) => Seer = (profile) =>
      new Forecaster(networkOf(plan), profile),
  ) {
    this.#create = create;
  }

  /** From the next look on, expects an evening like those of the profile, or none in particular. */
  expect(profile: DatedProfile | undefined): void {
    if (profile === this.#profile) return;
    this.#profile = profile;
    this.#seer = undefined;
  }

  /**
   * Goes on from where `other` has come with the plan before: what it has seen lately of what the venue
   * still has is not forgotten.
   */
  takeOver(other: Foresight, carried: CarriedPlaces): void {
    this.#recent = other.#recent.map((tick) => carriedTick(tick, carried));
    this.#before = carried.passages.map((passage) => other.#before[passage] ?? emptyTally);
    this.#tick = other.#tick;
    this.#lookedAt = other.#lookedAt;
  }

  /** The forecast of a state at `now` (epoch ms); undefined until 10 s have passed since the last. */
  look(state: ProcessingState, now: number): Result<VenueForecast, 'forecast-failed'> | undefined {
    const tick = Math.floor(now / TICK_MS);
    const passed = tick - this.#tick;
    // A clock that was set back a little is waited for.
    if (passed <= 0 && passed > -LONGEST_TICKS) return undefined;
    const isInTime = now - this.#lookedAt < LATE * TICK_MS;
    const observed = observeTick(state, isInTime ? this.#before : state.passages);
    this.#before = state.passages;
    this.#lookedAt = now;
    if (!(Math.abs(passed) <= LONGEST_TICKS)) this.#beginAnew(tick);
    try {
      while (this.#tick < tick - 1) this.#advance(unknownTick(observed));
      return ok(this.#advance(observed));
    } catch (error) {
      this.#beginAnew(tick + 1);
      return fail('forecast-failed', error instanceof Error ? error.message : String(error));
    }
  }

  #advance(observation: TickObservation): VenueForecast {
    this.#seer ??= this.#begin();
    this.#tick += 1;
    this.#recent = [...this.#recent, observation].slice(-REMEMBERED);
    return this.#seer.advance(observation);
  }

  /** A forecaster who has seen what is remembered. */
  #begin(): Seer {
    const firstEnd = (this.#tick + 1 - this.#recent.length) * TICK_MS;
    const seer = this.#create(this.#profile && profileFrom(this.#profile, firstEnd));
    for (const observation of this.#recent) seer.advance(observation);
    return seer;
  }

  /** @param tick the clock's tick that is observed next. */
  #beginAnew(tick: number): void {
    this.#tick = tick - 1;
    this.#recent = [];
    this.#seer = undefined;
  }
}
