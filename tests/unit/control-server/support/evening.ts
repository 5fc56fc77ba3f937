import {
  type Input,
  initialState,
  type Outcome,
  type ProcessingState,
  processInput,
  type Rules,
} from '@throng/control-server';
import { type CameraId, PLAN, RULES, START, windowAt } from './venue.js';

/** An evening at the hall, second by second on a clock of its own; keeps all that came out. */
export class Evening {
  state: ProcessingState = initialState(PLAN, START);
  second = 0;
  readonly outcomes: Outcome[] = [];
  readonly #rules: Rules;

  constructor(rules: Rules = RULES) {
    this.#rules = rules;
  }

  take(input: Input, now = START + this.second * 1_000): Outcome {
    const outcome = processInput(PLAN, this.#rules, this.state, input, now);
    this.state = outcome.state;
    this.outcomes.push(outcome);
    return outcome;
  }

  /** Lets seconds pass; in each, the cameras given deliver a window of that density, then it ticks. */
  pass(seconds: number, densities: Partial<Record<CameraId, number>> = {}): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.second += 1;
      for (const camera of ['south', 'north', 'stage'] as const) {
        const density = densities[camera];
        if (density === undefined) continue;
        this.take({ kind: 'window', window: windowAt(camera, this.second, density) });
      }
      this.take({ kind: 'tick' });
    }
  }

  /** `12 raised warning density-west-…` of all transitions so far, without the time in the id. */
  get story(): string[] {
    return this.outcomes.flatMap(({ transitions }) =>
      transitions.map(({ kind, alert }) => {
        const at = (Date.parse(alert.changedAt) - START) / 1_000;
        return `${at} ${kind} ${alert.priority} ${alert.id.replace(/-[0-9a-z]+$/, '')}`;
      }),
    );
  }

  get refusals(): (string | undefined)[] {
    return this.outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.reason]));
  }

  zone(id: string) {
    const zone = this.state.zones.find((each) => each.zone === id);
    if (zone === undefined) throw new Error(`no zone ${id}`);
    return zone;
  }
}

/** Everyone is there and nothing is crowded. */
export const CALM = { south: 0.5, north: 0.5, stage: 0.5 } as const;
