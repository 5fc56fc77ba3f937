import { CLUE_COUNT, PLAIN_CLUES } from './clues.js';
import { type EveningProfile, profiledAt } from './evening-profile.js';
import { VenueEvidence } from './evidence.js';
import type { FlowNetwork } from './flow-network.js';
import type { FlowPicture } from './flow-picture.js';
import { OUTLOOKS } from './horizons.js';
import type { OutlookForecast } from './outlook-forecast.js';
import type { PassageForecast } from './passage-forecast.js';
import { PRIOR_WEIGHTS } from './prior-weights.js';
import { RecentDensities } from './recent-densities.js';
import { Seer } from './seer.js';
import type { TickObservation } from './tick-observation.js';

export type { OutlookForecast };

export interface VenueForecast {
  /** Persons per zone now, by counts and lines together. */
  readonly persons: Float64Array;
  /** How they flow: for running the next minutes again under other circumstances. */
  readonly flows: FlowPicture;
  /** Persons per tick and edge over the last minute; not a number where it was not wholly counted. */
  readonly minute: Float64Array;
  /** What passes each edge, at each of `HORIZONS`. */
  readonly passages: PassageForecast;
  /** Per zone: 1 where former evenings tell of it. */
  readonly profiled: Uint8Array;
  /** In the order of `OUTLOOKS`. */
  readonly outlooks: readonly OutlookForecast[];
}

/** What is foretold of the zones. */
export type DensityForecast = Pick<VenueForecast, 'persons' | 'profiled' | 'outlooks'>;

/**
 * Forecasts every zone of a venue, tick by tick. It learns as it goes, in place: the same
 * observations from the start give the same forecasts.
 */
export class Forecaster {
  readonly #evidence: VenueEvidence;
  readonly #recent: RecentDensities;
  readonly #seers: readonly Seer[];
  readonly #profiled: Uint8Array;
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    profile?: EveningProfile,
  ) {
    const { area, zones } = network;
    const former = profile && profiledAt(profile, 0);
    const profiled = new Uint8Array(zones).map((_, zone) =>
      Number.isNaN(former?.[zone] ?? Number.NaN) ? 0 : 1,
    );
    // A zone that no former evening tells of is weighed as one of a venue without any.
    const isProfiled = (zone: number) => profiled[zone] === 1;
    const prior = (zone: number) =>
      isProfiled(zone) ? PRIOR_WEIGHTS.profiled : PRIOR_WEIGHTS.plain;
    const clues = profile === undefined ? PLAIN_CLUES : CLUE_COUNT;
    this.#evidence = new VenueEvidence(network, profile);
    this.#recent = new RecentDensities(zones);
    this.#profiled = profiled;
    this.#seers = OUTLOOKS.map(
      (outlook, index) =>
        new Seer(area, outlook, (zone) => prior(zone)[index] ?? [], isProfiled, clues),
    );
  }

  advance(observation: TickObservation): VenueForecast {
    this.#recent.add(this.#densities(observation.persons));
    for (const seer of this.#seers) seer.judge(this.#recent, this.#tick);
    const tables = this.#seers.map((seer) => seer.table());
    const { flows, minute, passages, persons } = this.#evidence.advance(observation, tables);
    const outlooks = this.#seers.map((seer, index) =>
      seer.foresee(tables[index] ?? new Float32Array(0)),
    );
    this.#tick += 1;
    const profiled = this.#profiled;
    return { persons, flows, minute, passages, profiled, outlooks };
  }

  #densities(persons: Float64Array): Float64Array {
    return persons.map((count, zone) => count / (this.network.area[zone] ?? 1));
  }
}
