import type { LimitOutcome } from '@throng/contract';
import type { FlowScene } from '../bottleneck/flow-scene.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { rollOut } from '../forecast/roll-out.js';
import { type Change, type Run, withChanges } from './change.js';
import { limitOutcome } from './limit-outcome.js';
import { flowsHere, type Neighbourhood, neighbourhoodOf } from './neighbourhood.js';

/** What became of each zone of the neighbourhood when it was run again. */
export interface Rerun {
  /** @param here index in the neighbourhood. */
  readonly outcome: (here: number, limit: number) => LimitOutcome;
  /** Whether a zone gets fuller by the change, at any outlook. */
  readonly rises: (here: number) => boolean;
}

/** Persons/m² by which a zone that gets fuller differs at all. */
const TELLING = 0.02;

/**
 * Runs the next minutes of a neighbourhood again under other circumstances.
 *
 * The forecast that is told mixes the graph with other clues, so a bare run of the graph would not
 * begin where the forecast stands. So both are run, things as they are and things changed, and only
 * the difference is believed: ŷ' = max(0, ŷ + (graph changed − graph as it is)/A), at each outlook,
 * with the forecast's own error. No change gives the very forecast. What the graph does not know (who
 * would turn back, walk elsewhere or come later instead) neither run knows.
 */
export class Rehearsal {
  readonly here: Neighbourhood;
  readonly #persons: Float64Array;
  readonly #run: Run;
  readonly #asThingsAre: readonly Float64Array[];

  constructor(
    private readonly forecast: VenueForecast,
    { graph, flows }: FlowScene,
    centre: number,
  ) {
    this.here = neighbourhoodOf(graph, centre);
    this.#persons = Float64Array.from(this.here.zones, (zone) => flows.persons[zone] ?? 0);
    const { network } = this.here;
    this.#run = { network, flows: flowsHere(this.here, graph.network, flows) };
    this.#asThingsAre = rollOut(network, this.#persons, this.#run.flows);
  }

  /** As things are. @param here index in the neighbourhood. */
  expected(here: number, limit: number): LimitOutcome {
    const { network, zones } = this.here;
    return limitOutcome(this.forecast, zones[here] ?? -1, network.area[here] ?? 1, limit);
  }

  again(changes: readonly Change[]): Rerun {
    const { network, zones } = this.here;
    const run = withChanges(this.#run, this.#persons, changes);
    const rolled = rollOut(run.network, this.#persons, run.flows);
    const differences = (here: number): number[] =>
      rolled.map(
        (persons, index) =>
          ((persons[here] ?? 0) - (this.#asThingsAre[index]?.[here] ?? 0)) /
          (network.area[here] ?? 1),
      );
    return {
      outcome: (here, limit) =>
        limitOutcome(
          this.forecast,
          zones[here] ?? -1,
          network.area[here] ?? 1,
          limit,
          differences(here),
        ),
      rises: (here) => differences(here).some((difference) => difference > TELLING),
    };
  }
}
