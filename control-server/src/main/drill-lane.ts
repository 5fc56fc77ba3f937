import type { Drill } from '@throng/contract';
import { LiveHub } from '../adapters/live/live-hub.js';
import type { Transition } from '../alerting/alert-book.js';
import type { Clock } from '../clock.js';
import { DrillClock } from '../drill/drill-clock.js';
import type { DrillFeed } from '../drill/drill-feed.js';
import { drillVenue } from '../drill/drill-venue.js';
import { Foresight } from '../forecast/foresight.js';
import { liveView } from '../live/live-view.js';
import { initialState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
import { planVenue, type VenuePlan } from '../venue-plan/venue-plan.js';
import type { Log } from './log.js';
import { lookAhead } from './look-ahead.js';
import { RefusalLog } from './refusal-log.js';
import { VenueLine } from './venue-line.js';

export interface DrillLaneParts {
  readonly plan: VenuePlan;
  readonly rules: Rules;
  readonly foresees: boolean;
  readonly feed: DrillFeed;
  /** Tells people outside the control room, where that was asked for (SPEC DR6). */
  readonly tell: (transitions: readonly Transition[]) => void;
  /** The real time of its begin, epoch ms. */
  readonly beginsAt: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** After the last window the drill goes on for so long: what was lost is seen to be lost. */
const AFTERWARDS_MS = 30_000;
const SECOND_MS = 1_000;

/** Nobody measures a drill. */
const unmeasured = { admitted: () => {}, refused: () => {}, alerted: () => {}, foreseen: () => {} };

/**
 * A second venue beside the real one: windows → admission → state → forecast → alerts → live channel by
 * the same code, with a clock, a state and a hub of its own. Its rows are kept nowhere (SPEC DR1, DR3).
 */
export class DrillLane {
  readonly hub: LiveHub;
  readonly line: VenueLine;
  readonly #clock: DrillClock;
  readonly #parts: DrillLaneParts;
  readonly #foresight: Foresight | undefined;
  readonly #log: Log;
  readonly #refusals: RefusalLog;
  #overSince: number | undefined;
  #isBusy = false;

  constructor(
    readonly drill: Drill,
    parts: DrillLaneParts,
  ) {
    const { beginsAt, clock, foresees, log, plan, rules } = parts;
    this.#parts = parts;
    this.#log = log.child({ drill: drill.scenario });
    this.#refusals = new RefusalLog(this.#log);
    this.#clock = new DrillClock(beginsAt);
    const marked = planVenue(drillVenue(plan.venue), plan.calendar);
    this.#foresight = foresees ? new Foresight(marked) : undefined;
    this.line = new VenueLine(
      {
        rules,
        clock: this.#clock,
        writer: { add: () => {} },
        metrics: unmeasured,
        refusals: this.#refusals,
        onTransitions: (transitions) => {
          this.hub.publish(transitions);
          parts.tell(transitions);
        },
      },
      marked,
      initialState(marked, beginsAt),
    );
    this.hub = new LiveHub(clock, () => liveView(this.line.plan, this.line.state));
  }

  /** Moves on by a real second: `speed` seconds of the drill. False once it is over. */
  async step(): Promise<boolean> {
    if (this.#isBusy) return true;
    this.#isBusy = true;
    try {
      for (let second = 0; second < this.drill.speed; second += 1) await this.#second();
    } finally {
      this.#isBusy = false;
    }
    this.hub.publish([]);
    this.#refusals.flush();
    const { feed } = this.#parts;
    if (feed.isOver) this.#overSince ??= this.#clock.now();
    return this.#overSince === undefined || this.#clock.now() < this.#overSince + AFTERWARDS_MS;
  }

  async #second(): Promise<void> {
    this.#clock.advance(SECOND_MS);
    for (const window of await this.#parts.feed.due(this.#clock.now())) {
      this.line.take({ kind: 'window', window });
    }
    this.line.take({ kind: 'tick' });
    if (this.#foresight === undefined) return;
    const parts = { clock: this.#clock, metrics: unmeasured, log: this.#log };
    lookAhead(this.#foresight, this.line, parts);
  }

  close(): void {
    this.hub.close();
  }
}
