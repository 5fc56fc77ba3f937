import { type EventDefinition, type MeasurementWindow, toTimestamp } from '@throng/contract';
import { type Refusal, refuse } from '../admission/refusal.js';
import { windowEnd } from '../admission/window-time.js';
import { Foresight } from '../forecast/foresight.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { eventAhead } from '../former-evenings/evening-span.js';
import { type FormerEvenings, noFormerEvenings } from '../former-evenings/former-evenings.js';
import { zoneForecasts } from '../live/live-view.js';
import { passageForecasts } from '../live/passages-ahead.js';
import type { Input } from '../processing/input.js';
import type { Effects } from '../processing/outcome.js';
import { type Arrival, EventClock } from './event-clock.js';
import { Lane } from './lane.js';
import { readRecordedLine } from './recorded-window.js';
import type { Judgement } from './rehearsed-rules.js';
import type { ReplayEvent } from './replay-event.js';
import { ReplayTally } from './replay-tally.js';
import { ruleChanges } from './rule-changes.js';
import { TickTimes } from './tick-times.js';

export interface ReplayParts {
  /** As the venue is judged live. */
  readonly usual: Judgement;
  /** Other rules, to see what they would have changed. */
  readonly rehearsed?: Judgement;
  /** What an event is expected to be like; without it nothing in particular. */
  readonly former?: (event: EventDefinition) => FormerEvenings;
  /** Seconds from one state and forecast that are told to the next; alerts are told at once. */
  readonly every: number;
  readonly onEvent: (event: ReplayEvent) => void;
}

/**
 * A recording through the very core of the live server, in event time: seconds are judged as they
 * pass in the recording, whatever the wall clock says. The same windows give the same events.
 */
export class Replay {
  readonly #parts: ReplayParts;
  readonly #clock: EventClock;
  readonly #ticks = new TickTimes();
  readonly #tally = new ReplayTally();
  readonly #foresight: Foresight;
  #lanes: readonly [usual: Lane, ...others: Lane[]] | undefined;
  #line = 0;
  #event: EventDefinition | undefined;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ReplayParts) {
    this.#parts = parts;
    const { plan, rules } = parts.usual;
    this.#clock = new EventClock(rules.futureToleranceSeconds, plan.edges.length);
    this.#foresight = new Foresight(plan);
  }

  /** The next line of a recording, whatever it holds; empty ones are passed over. */
  line(text: string): void {
    this.#line += 1;
    if (text.trim() === '') return;
    const read = readRecordedLine(text);
    if (read.ok) this.#hear(read.value);
    else this.#refuse(this.#line, refuse(read.code, read.message));
  }

  /** The next window of a recording that is not text. */
  window(window: MeasurementWindow): void {
    this.#line += 1;
    this.#hear(window);
  }

  /** Judges what is left, and tells what it all came to. */
  end(): void {
    for (const arrival of this.#clock.end()) this.#arrive(arrival);
    for (const now of this.#ticks.end()) this.#tick(now);
    const { onEvent, rehearsed, usual } = this.#parts;
    const [before, after] = this.#lanes ?? [];
    if (rehearsed !== undefined && before !== undefined && after !== undefined) {
      for (const change of ruleChanges(before.stretches.all, after.stretches.all)) {
        onEvent({ kind: 'change', ...change });
      }
    }
    const span = this.#ticks.span;
    const skippedSeconds = this.#ticks.skippedSeconds;
    onEvent({
      kind: 'summary',
      venue: usual.plan.venue.id,
      from: span === undefined ? null : toTimestamp(span.from),
      to: span === undefined ? null : toTimestamp(span.to),
      seconds: span === undefined ? 0 : (span.to - span.from) / 1_000 + 1 - skippedSeconds,
      skippedSeconds,
      alarms: this.#tally.quality(span),
      ...this.#tally.counts,
    });
  }

  #hear(window: MeasurementWindow): void {
    const recorded = { line: this.#line, window, end: windowEnd(window) };
    for (const arrival of this.#clock.enter(recorded)) this.#arrive(arrival);
  }

  #arrive({ line, now, window }: Arrival): void {
    for (const tick of this.#ticks.until(now)) this.#tick(tick);
    const outcome = this.#take({ kind: 'window', window }, now);
    if (outcome.refusal === undefined) this.#tally.taken(outcome);
    else this.#refuse(line, outcome.refusal);
  }

  #tick(now: number): void {
    this.#take({ kind: 'tick' }, now);
    const { state } = this.#lanesAt(now)[0];
    this.#tally.measured(state.zones, now);
    this.#follow(now);
    const looked = this.#foresight.look(state, now);
    if (looked !== undefined) {
      if (!looked.ok) this.#tally.forecastFailed();
      this.#take({ kind: 'forecast', forecast: looked.ok ? looked.value : null }, now);
    }
    const { every, onEvent } = this.#parts;
    // What is told every 10 s or more is told when the forecast is new.
    const isDue = now - this.#toldAt >= every * 1_000;
    if (!isDue || (looked === undefined && every >= TICK_SECONDS)) return;
    this.#toldAt = now;
    this.#tell(now, looked !== undefined, onEvent);
  }

  /** Expects what the event at hand is like, as the server does. */
  #follow(now: number): void {
    const { former, onEvent, usual } = this.#parts;
    const event = eventAhead(usual.plan.calendar, now);
    if (event?.id === this.#event?.id) return;
    this.#event = event;
    const { events, profile } = (event && former?.(event)) ?? noFormerEvenings;
    this.#foresight.expect(profile);
    const at = toTimestamp(now);
    onEvent({ kind: 'event', at, event: event?.id ?? null, formerEvents: events });
  }

  #tell(now: number, isForecastNew: boolean, onEvent: ReplayParts['onEvent']): void {
    const { state } = this.#lanesAt(now)[0];
    const at = toTimestamp(now);
    const passages = this.#parts.usual.plan.venue.passages.map(({ id }, index) => ({
      passage: id,
      in: state.passages[index]?.in ?? 0,
      out: state.passages[index]?.out ?? 0,
    }));
    onEvent({ kind: 'state', at, zones: state.zones, passages });
    if (!isForecastNew) return;
    const { passagesAhead } = state;
    onEvent({
      kind: 'forecast',
      at,
      zones: zoneForecasts(state),
      passages:
        passagesAhead === null ? [] : passageForecasts(this.#parts.usual.plan, passagesAhead),
    });
  }

  /** Lets every lane take an input; tells of what the usual one makes of it. */
  #take(input: Input, now: number): Effects {
    const [usual, ...others] = this.#lanesAt(now);
    const outcome = usual.take(input, now);
    for (const lane of others) lane.take(input, now);
    this.#tally.told(outcome);
    for (const { alert, kind } of outcome.transitions) {
      this.#parts.onEvent({ kind: 'alert', at: toTimestamp(now), transition: kind, alert });
    }
    return outcome;
  }

  /** The lanes start when the recording does. */
  #lanesAt(now: number): readonly [usual: Lane, ...others: Lane[]] {
    const { rehearsed, usual } = this.#parts;
    this.#lanes ??= [
      new Lane(usual, now),
      ...(rehearsed === undefined ? [] : [new Lane(rehearsed, now)]),
    ];
    return this.#lanes;
  }

  #refuse(line: number, { message, reason }: Refusal): void {
    this.#tally.refused(reason);
    this.#parts.onEvent({ kind: 'refused', line, reason, message });
  }
}
