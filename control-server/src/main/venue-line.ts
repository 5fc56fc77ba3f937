import { type Alert, decode, type MeasurementWindow, ok, type Result } from '@throng/contract';
import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import { type Refusal, refuseUnread } from '../admission/refusal.js';
import { windowEnd } from '../admission/window-time.js';
import type { Transition } from '../alerting/alert-book.js';
import type { IncomingMessage } from '../broker/message-source.js';
import type { Clock } from '../clock.js';
import type { ActFault } from '../lifecycle/handle-alert.js';
import type { Input } from '../processing/input.js';
import type { Effects, Outcome } from '../processing/outcome.js';
import { type Act, processAct } from '../processing/process-act.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
import { VenueCourse } from '../processing/venue-course.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { RefusalLog } from './refusal-log.js';
import type { RowWriter } from './row-writer.js';

export interface VenueLineParts {
  readonly rules: Rules;
  readonly clock: Clock;
  readonly writer: Pick<RowWriter, 'add'>;
  readonly metrics: Pick<ServerMetrics, 'admitted' | 'alerted' | 'refused'>;
  readonly refusals: RefusalLog;
  /** Alerts changed. */
  readonly onTransitions: (transitions: readonly Transition[]) => void;
  /** A window was admitted that was heard at `heard`, epoch ms. */
  readonly onAdmitted?: (window: MeasurementWindow, heard: number) => void;
}

/** The one place that holds the venue's plan and state: each input goes through the pure core, and its outcome onward. */
export class VenueLine {
  readonly #parts: VenueLineParts;
  readonly #course: VenueCourse;

  constructor(parts: VenueLineParts, plan: VenuePlan, state: ProcessingState) {
    this.#parts = parts;
    this.#course = new VenueCourse(plan, parts.rules, state);
  }

  get plan(): VenuePlan {
    return this.#course.plan;
  }

  get state(): ProcessingState {
    return this.#course.state;
  }

  /** Goes on with another plan, and a state in its order. */
  goOnWith(plan: VenuePlan, state: ProcessingState): void {
    this.#course.goOnWith(state, plan);
  }

  /** A message from the broker, whatever it is. */
  hear({ topic, payload, retained }: IncomingMessage): void {
    const decoded = decode(topic, payload);
    if (!decoded.ok) {
      this.#refuse(refuseUnread(decoded));
      return;
    }
    const received = decoded.value;
    switch (received.channel) {
      case 'window': {
        const { clock, metrics, onAdmitted } = this.#parts;
        const heard = clock.now();
        const effects = this.#course.take({ kind: 'window', window: received.message }, heard);
        if (this.#handOn(effects)) {
          const lag = clock.now() - windowEnd(received.message);
          metrics.admitted(lag / 1_000, effects.late === true);
          onAdmitted?.(received.message, heard);
        }
        break;
      }
      case 'status': {
        const { venue, edge } = received.topic;
        this.take({ kind: 'status', venue, edge, status: received.message });
        break;
      }
      case 'health':
        this.take({ kind: 'health', health: received.message, retained });
        break;
      case 'server': // our own voice, which the broker connection listens to
        break;
    }
  }

  /** Takes one input; false when it was refused. */
  take(input: Input): boolean {
    return this.#handOn(this.#course.take(input, this.#parts.clock.now()));
  }

  /** What an act would make of its alert; changes nothing. */
  rehearse(act: Act): Result<Alert, ActFault> {
    const done = processAct(this.state, act, this.#parts.clock.now());
    return done.ok ? ok(done.value.alert) : done;
  }

  /** Somebody does something about an alert: the alert as it stands after it, or why that cannot be. */
  act(act: Act): Result<Alert, ActFault> {
    const done = processAct(this.state, act, this.#parts.clock.now());
    if (!done.ok) return done;
    this.accept(done.value.outcome);
    return ok(done.value.alert);
  }

  /** Moves on to an outcome's state and hands its rows and transitions on. */
  accept({ state, ...effects }: Outcome): boolean {
    this.#course.goOnWith(state);
    return this.#handOn(effects);
  }

  #handOn({ rows, transitions, refusal }: Effects): boolean {
    this.#parts.writer.add(rows);
    if (refusal !== undefined) this.#refuse(refusal);
    if (transitions.length > 0) {
      this.#parts.metrics.alerted(transitions, this.#parts.clock.now());
      this.#parts.onTransitions(transitions);
    }
    return refusal === undefined;
  }

  #refuse(refusal: Refusal): void {
    this.#parts.metrics.refused(refusal.reason);
    this.#parts.refusals.add(refusal);
  }
}
