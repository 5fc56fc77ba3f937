import { type EveningProfile, profiled } from './evening-profile.js';
import { VenueEvidence } from './evidence.js';
import { Experts } from './experts.js';
import type { FlowNetwork } from './flow-network.js';
import type { FlowPicture } from './flow-picture.js';
import { OUTLOOKS, type Outlook } from './horizons.js';
import { Intervals } from './interval.js';
import { PRIOR_WEIGHTS } from './prior-weights.js';
import { RecentDensities } from './recent-densities.js';
import type { TickObservation } from './tick-observation.js';
import { ZoneWeights } from './zone-weights.js';

/** What is expected of one outlook, per zone, persons/m². */
export interface OutlookForecast extends Outlook {
  readonly density: Float64Array;
  /** Half-widths of the intervals that hold 80 % and 95 % of outcomes. */
  readonly half80: Float64Array;
  readonly half95: Float64Array;
  /** Expected absolute error. */
  readonly error: Float64Array;
}

export interface VenueForecast {
  /** Persons per zone now, by counts and lines together. */
  readonly persons: Float64Array;
  /** How they flow: for running the next minutes again under other circumstances. */
  readonly flows: FlowPicture;
  /** In the order of `OUTLOOKS`. */
  readonly outlooks: readonly OutlookForecast[];
}

/** What was said at a tick, kept until it can be judged. */
interface Saying {
  readonly densities: Float64Array;
  readonly clues: Float64Array;
  readonly experts: Float64Array;
  readonly mixed: Float64Array;
}

/** One outlook with all that it has learnt. */
interface Seer {
  readonly outlook: Outlook;
  readonly weights: ZoneWeights;
  readonly experts: Experts;
  readonly intervals: Intervals;
  readonly said: Saying[];
}

/**
 * Forecasts every zone of a venue, tick by tick. It learns as it goes, in place: the same
 * observations from the start give the same forecasts.
 */
export class Forecaster {
  readonly #evidence: VenueEvidence;
  readonly #recent = new RecentDensities();
  readonly #seers: readonly Seer[];
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    profile?: EveningProfile,
  ) {
    const { zones } = network;
    // A zone that no former evening tells of is weighed as one of a venue without any.
    const prior = (zone: number) =>
      profiled(profile, zone, 0) === undefined ? PRIOR_WEIGHTS.plain : PRIOR_WEIGHTS.profiled;
    this.#evidence = new VenueEvidence(network, profile);
    this.#seers = OUTLOOKS.map((outlook, index) => ({
      outlook,
      weights: new ZoneWeights(zones, (zone) => prior(zone)[index] ?? []),
      experts: new Experts(zones),
      intervals: new Intervals(zones, outlook),
      said: [],
    }));
  }

  advance(observation: TickObservation): VenueForecast {
    this.#judge(observation);
    const { clues, flows, persons } = this.#evidence.advance(observation);
    const densities = this.#densities(persons);
    const outlooks = this.#seers.map((seer, index) =>
      foresee(seer, densities, clues[index] ?? new Float64Array(0)),
    );
    for (const { weights } of this.#seers) weights.solve(this.#tick);
    this.#tick += 1;
    return { persons, flows, outlooks };
  }

  #densities(persons: Float64Array): Float64Array {
    return persons.map((count, zone) => count / (this.network.area[zone] ?? 1));
  }

  /** Learns from what was said and has come true, or not. */
  #judge({ persons }: TickObservation): void {
    this.#recent.add(this.#densities(persons));
    for (const { experts, intervals, outlook, said, weights } of this.#seers) {
      const saying = said.length >= outlook.ticks ? said.shift() : undefined;
      if (saying === undefined) continue;
      for (let zone = 0; zone < this.network.zones; zone += 1) {
        const density = this.#recent.outcome(zone, outlook);
        if (Number.isNaN(density)) continue;
        weights.learn(zone, saying.clues, density - (saying.densities[zone] ?? 0));
        experts.judge(zone, saying.experts, density);
        intervals.judge(zone, saying.mixed[zone] ?? 0, density);
      }
    }
  }
}

const foresee = (
  { experts, intervals, outlook, said, weights }: Seer,
  densities: Float64Array,
  clues: Float64Array,
): OutlookForecast => {
  const forecasts = experts.forecasts(densities, clues, weights);
  const density = experts.mix(forecasts);
  said.push({ densities, clues, experts: forecasts, mixed: density });
  return {
    ...outlook,
    density,
    half80: density.map((value, zone) => intervals.halfWidth(zone, value, 0)),
    half95: density.map((value, zone) => intervals.halfWidth(zone, value, 1)),
    error: density.map((_, zone) => intervals.expectedError(zone)),
  };
};
