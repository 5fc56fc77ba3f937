import { gatherClues } from './clues.js';
import { CountEstimate } from './count-estimate.js';
import type { EveningProfile } from './evening-profile.js';
import type { FlowNetwork } from './flow-network.js';
import { type FlowPicture, pictureFlows } from './flow-picture.js';
import { FlowRates } from './flow-rates.js';
import { InflowRhythm } from './inflow-rhythm.js';
import { SlowMeans } from './slow-means.js';
import type { TickObservation } from './tick-observation.js';

export interface Sight {
  /** Persons per zone now, by counts and lines together. */
  readonly persons: Float64Array;
  readonly flows: FlowPicture;
  /** Per outlook: zones × CLUES. */
  readonly clues: readonly Float64Array[];
}

/** What is known of the venue's flows and counts, tick after tick, and what follows from it. */
export class VenueEvidence {
  readonly #estimate: CountEstimate;
  readonly #rates: FlowRates;
  readonly #rhythm: InflowRhythm;
  readonly #means: SlowMeans;
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    private readonly profile: EveningProfile | undefined,
  ) {
    this.#estimate = new CountEstimate(network);
    this.#rates = new FlowRates(network);
    this.#rhythm = new InflowRhythm(network);
    this.#means = new SlowMeans(network.zones);
  }

  advance(observation: TickObservation): Sight {
    this.#estimate.advance(observation, (edge) => this.#rates.slow[edge] ?? 0);
    const persons = Float64Array.from(this.#estimate.persons);
    this.#rates.advance(observation.crossings, persons);
    this.#rhythm.advance(observation.crossings, this.#rates.slow);
    this.#means.advance(persons);
    const flows = pictureFlows(this.network, persons, this.#rates, this.#rhythm);
    const clues = gatherClues({
      network: this.network,
      estimated: persons,
      counted: observation.persons,
      rates: this.#rates,
      flows,
      means: this.#means,
      profile: this.profile,
      tick: this.#tick,
    });
    this.#tick += 1;
    return { persons, flows, clues };
  }
}
