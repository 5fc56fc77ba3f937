import {
  type DrillDesk as Desk,
  type DrillStart,
  fail,
  ok,
  type Result,
  toTimestamp,
} from '@throng/contract';
import { openScenario, scenariosIn } from '../adapters/drill/scenario-folder.js';
import type { LiveHub } from '../adapters/live/live-hub.js';
import { type Actor, type Recorder, SERVER } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { DrillFeed } from '../drill/drill-feed.js';
import type { DrillTeller, Notifier } from '../notifications/notifier.js';
import type { ServerSettings } from '../settings/server-settings.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { DrillLane } from './drill-lane.js';
import type { Log } from './log.js';
import type { VenueLine } from './venue-line.js';

export interface DrillDeskParts {
  /** Where the recordings lie; none without it. */
  readonly folder: string | undefined;
  readonly plan: () => VenuePlan;
  readonly settings: ServerSettings;
  readonly recorder: Recorder;
  readonly notifier: Pick<Notifier, 'drill'>;
  readonly clock: Clock;
  readonly log: Log;
}

export type DrillFault = 'already-running' | 'not-running' | 'no-such-scenario' | 'not-on-record';

/** Begins and ends drills, one at a time. A drill ends with the server: nothing of it is kept. */
export class DrillDesk {
  readonly #parts: DrillDeskParts;
  #lane: DrillLane | undefined;
  /** Only of a drill that people are told of. */
  #teller: DrillTeller | undefined;

  constructor(parts: DrillDeskParts) {
    this.#parts = parts;
  }

  get hub(): LiveHub | undefined {
    return this.#lane?.hub;
  }

  get line(): VenueLine | undefined {
    return this.#lane?.line;
  }

  async state(): Promise<Desk> {
    const scenarios = await scenariosIn(this.#parts.folder);
    return { scenarios, running: this.#lane?.drill ?? null };
  }

  async start(
    { fromMinute, scenario, speed, tellsPeople }: DrillStart,
    actor: Actor,
  ): Promise<Result<Desk, DrillFault>> {
    const { clock, folder, log, notifier, plan, recorder, settings } = this.#parts;
    const windows = await openScenario(folder, scenario);
    if (windows === undefined) return fail('no-such-scenario', `no recording "${scenario}"`);
    const written = await recorder.record({
      actor,
      action: 'drill-started',
      subject: plan().venue.id,
      details: {
        ...{ mode: 'drill', comment: scenario, count: speed },
        ...(tellsPeople ? { way: 'tells-people' } : {}),
      },
    });
    if (!written.ok) {
      return fail('not-on-record', 'the audit log cannot be written, so nothing was done');
    }
    if (this.#lane !== undefined) return fail('already-running', 'a drill runs already; end it');
    const beginsAt = clock.now();
    const startedAt = toTimestamp(beginsAt);
    const drill = { scenario, speed, by: actor.name, startedAt, tellsPeople };
    this.#teller = tellsPeople ? notifier.drill() : undefined;
    this.#lane = new DrillLane(drill, {
      plan: plan(),
      rules: settings,
      foresees: settings.forecast.enabled,
      feed: new DrillFeed(windows, beginsAt, fromMinute * 60_000),
      tell: this.#teller?.hear ?? (() => {}),
      beginsAt,
      clock,
      log,
    });
    return ok(await this.state());
  }

  /** Ends it at once; ending comes before the record of it, since it only takes away. */
  async end(actor: Actor): Promise<Result<Desk, DrillFault>> {
    if (this.#lane === undefined) return fail('not-running', 'no drill runs');
    this.#end(actor);
    return ok(await this.state());
  }

  /** A second has passed. */
  async step(): Promise<void> {
    const lane = this.#lane;
    if (lane === undefined) return;
    const goesOn = await lane.step();
    if (!goesOn && this.#lane === lane) this.#end(SERVER);
  }

  close(): void {
    this.#lane?.close();
    this.#lane = undefined;
    this.#teller?.end();
    this.#teller = undefined;
  }

  #end(actor: Actor): void {
    const { plan, recorder } = this.#parts;
    recorder.note({
      actor,
      action: 'drill-ended',
      subject: plan().venue.id,
      details: { mode: 'drill', comment: this.#lane?.drill.scenario ?? '' },
    });
    this.close();
  }
}
