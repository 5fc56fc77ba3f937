import type { MeasurementWindow, MovementMeasurement } from '@throng/contract';
import {
  type Input,
  initialState,
  type Outcome,
  type ProcessingState,
  processInput,
  type Rules,
  type VenuePlan,
} from '@throng/control-server';
import { type CameraId, PLAN, RULES, START, windowAt } from './venue.js';

/** What a camera sees of its ground. */
export interface Seen {
  /** Persons/m² */
  readonly density: number;
  readonly movement?: MovementMeasurement;
  readonly passages?: MeasurementWindow['passages'];
}

/** An evening at the hall, second by second on a clock of its own; keeps all that came out. */
export class Evening {
  state: ProcessingState;
  second = 0;
  readonly outcomes: Outcome[] = [];
  readonly #rules: Rules;
  readonly #plan: VenuePlan;

  constructor(rules: Rules = RULES, plan: VenuePlan = PLAN) {
    this.#rules = rules;
    this.#plan = plan;
    this.state = initialState(plan, START);
  }

  take(input: Input, now = START + this.second * 1_000): Outcome {
    const outcome = processInput(this.#plan, this.#rules, this.state, input, now);
    this.state = outcome.state;
    this.outcomes.push(outcome);
    return outcome;
  }

  /** Lets seconds pass; in each, the cameras given deliver a window of that density, then it ticks. */
  pass(seconds: number, densities: Partial<Record<CameraId, number | Seen>> = {}): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.second += 1;
      for (const camera of ['south', 'north', 'stage'] as const) {
        const seen = densities[camera];
        if (seen === undefined) continue;
        this.take({ kind: 'window', window: this.#window(camera, seen) });
      }
      this.take({ kind: 'tick' });
    }
  }

  #window(camera: CameraId, seen: number | Seen): MeasurementWindow {
    if (typeof seen === 'number') return windowAt(camera, this.second, seen);
    const { density, movement, passages = [] } = seen;
    const window = windowAt(camera, this.second, density, { passages: [...passages] });
    if (movement === undefined) return window;
    return { ...window, zones: window.zones.map((zone) => ({ ...zone, movement })) };
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
