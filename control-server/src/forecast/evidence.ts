import { CountEstimate } from './count-estimate.js';
import type { EveningProfile } from './evening-profile.js';
import type { FlowNetwork } from './flow-network.js';
import { type FlowPicture, pictureFlows } from './flow-picture.js';
import { FlowRates } from './flow-rates.js';
import { gatherClues } from './gather-clues.js';
import { Held } from './held.js';
import { HORIZONS } from './horizons.js';
import { InflowRhythm } from './inflow-rhythm.js';
import { type PassageForecast, PassageForecaster } from './passage-forecast.js';
import { SlowMeans } from './slow-means.js';
import type { TickObservation } from './tick-observation.js';
import { ZoneRhythm } from './zone-rhythm.js';

export interface Sight {
  /** Persons per zone now, by counts and lines together. */
  readonly persons: Float64Array;
  readonly flows: FlowPicture;
  readonly passages: PassageForecast;
  /** Persons per tick and edge over the last minute; not a number where it was not wholly counted. */
  readonly minute: Float64Array;
}

/** What is known of the venue's flows and counts, tick after tick, and what follows from it. */
export class VenueEvidence {
  readonly #estimate: CountEstimate;
  readonly #rates: FlowRates;
  readonly #rhythm: InflowRhythm;
  readonly #means: SlowMeans;
  readonly #returns: ZoneRhythm;
  readonly #held: Held;
  readonly #passages: PassageForecaster;
  #tick = 0;

  constructor(
    private readonly network: FlowNetwork,
    private readonly profile: EveningProfile | undefined,
  ) {
    this.#estimate = new CountEstimate(network);
    this.#rates = new FlowRates(network);
    this.#rhythm = new InflowRhythm(network);
    this.#means = new SlowMeans(network.zones);
    this.#returns = new ZoneRhythm(network.zones);
    this.#held = new Held(network.zones);
    this.#passages = new PassageForecaster(network.edges);
  }

  /** @param tables per outlook, to write the clues into. */
  advance(observation: TickObservation, tables: readonly Float32Array[]): Sight {
    this.#estimate.advance(observation, (edge) => this.#rates.slow[edge] ?? 0);
    const persons = Float64Array.from(this.#estimate.persons);
    this.#rates.advance(observation.crossings, persons);
    this.#rhythm.advance(observation.crossings, this.#rates.slow);
    this.#means.advance(persons);
    this.#returns.advance(persons);
    const flows = pictureFlows(this.network, persons, this.#rates, this.#rhythm);
    const flowing = HORIZONS.map(() => new Float32Array(this.network.edges));
    const evidence = {
      network: this.network,
      estimated: persons,
      counted: observation.persons,
      held: this.#held.advance(persons),
      rates: this.#rates,
      flows,
      flowing,
      means: this.#means,
      returns: this.#returns,
      profile: this.profile,
      tick: this.#tick,
    };
    gatherClues(evidence, tables);
    const passages = this.#passages.advance(observation.crossings, this.#rates.slow, flowing);
    this.#tick += 1;
    return { persons, flows, passages, minute: Float64Array.from(this.#passages.minute) };
  }
}
