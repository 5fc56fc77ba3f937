import { randomBytes } from 'node:crypto';
import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import { appendToJournal, readJournal } from '../adapters/files/append-journal.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { RotatingLog } from '../adapters/state/rotating-log.js';
import { type StatePaths, statePaths } from '../adapters/state/state-paths.js';
import { measuredAt } from '../clicker/count-log.js';
import { type HandCount, handCountsIn } from '../clicker/hand-count.js';
import { viewOf } from '../settings/configured-view.js';
import type { Confirmation } from '../watchdog/confirmation.js';

/** What a steward counted. */
export interface StewardCount {
  readonly camera: string;
  readonly zone: string;
  readonly count: number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly by: string;
}

/** Where people tell the agent what only they can know. A running agent reads it a few seconds later. */
export class StewardDesk {
  readonly #paths: StatePaths;

  constructor(private readonly loaded: LoadedSettings) {
    this.#paths = statePaths(loaded);
  }

  /** Somebody looked: the camera may stay as it hangs. */
  async confirm(camera: string, by: string): Promise<Result<Confirmation>> {
    const known = this.#camera(camera);
    if (!known.ok) return known;
    const entry = { camera, at: toTimestamp(Date.now()), by };
    await appendToJournal(this.#paths.confirmations, entry);
    return ok(entry);
  }

  /** Adds a hand count beside what the agent measured at that moment. */
  async add({ at, by, camera, count, zone }: StewardCount): Promise<Result<HandCount>> {
    const known = this.#camera(camera);
    if (!known.ok) return known;
    if (!known.value.includes(zone)) {
      const message = `"${camera}" sees no zone "${zone}"; it sees ${known.value.join(', ') || 'none'}`;
      return fail('no-zone', message);
    }
    const log = await new RotatingLog(this.#paths.counts(camera)).lines();
    const measured = measuredAt(log, camera, zone, at);
    if (measured === undefined) {
      const when = toTimestamp(at);
      const message = `the agent has no count of "${zone}" by "${camera}" within 15 s of ${when}: it must have been running and seeing then, and remembers about the last day; a count of just now can be entered half a minute later`;
      return fail('not-measured', message);
    }
    const entry: HandCount = {
      id: randomBytes(4).toString('hex'),
      ...{ camera, zone, count, measured, by },
      at: toTimestamp(at),
      enteredAt: toTimestamp(Date.now()),
    };
    await appendToJournal(this.#paths.handCounts, entry);
    return ok(entry);
  }

  /** The hand counts that hold, oldest first. */
  async counts(): Promise<HandCount[]> {
    return handCountsIn(await readJournal(this.#paths.handCounts));
  }

  /** Takes a hand count back. The journal keeps both. */
  async remove(id: string, by: string): Promise<Result<HandCount>> {
    const count = (await this.counts()).find((one) => one.id === id);
    if (count === undefined) {
      return fail('no-count', `there is no hand count "${id}"; \`clicker list\` shows them`);
    }
    const enteredAt = toTimestamp(Date.now());
    await appendToJournal(this.#paths.handCounts, { removes: id, by, enteredAt });
    return ok(count);
  }

  /** The zones that a camera of the settings sees. */
  #camera(id: string): Result<string[]> {
    const camera = this.loaded.settings.cameras.find((one) => one.id === id);
    if (camera === undefined) {
      const ids = this.loaded.settings.cameras.map((one) => one.id).join(', ');
      return fail('no-camera', `the settings have no camera "${id}"; they have ${ids}`);
    }
    const view = viewOf(camera, this.loaded);
    return view.ok ? ok(view.value.zones.map(({ zone }) => zone)) : view;
  }
}
