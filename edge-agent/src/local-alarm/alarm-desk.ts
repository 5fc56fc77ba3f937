import type { Log } from '../ports/log.js';
import type { AlarmChannel, AlarmNotice } from './alarm-notice.js';

/** Notices that wait for a slow channel; beyond it the oldest is given up (DROP_OLDEST) and counted. */
const WAITING = 64;

/** Hands notices to each channel, one after the other; nobody waits for it. */
export class AlarmDesk {
  readonly #lines: readonly { readonly channel: AlarmChannel; readonly waiting: AlarmNotice[] }[];
  readonly #busy = new Set<AlarmChannel>();
  #failed = 0;

  constructor(
    channels: readonly AlarmChannel[],
    private readonly log: Log,
  ) {
    this.#lines = channels.map((channel) => ({ channel, waiting: [] }));
  }

  /** Notices that did not reach a channel. */
  get failed(): number {
    return this.#failed;
  }

  tell(notice: AlarmNotice): void {
    for (const { channel, waiting } of this.#lines) {
      waiting.push(notice);
      if (waiting.length > WAITING) {
        waiting.shift();
        this.#failed += 1;
      }
      if (!this.#busy.has(channel)) void this.#work(channel, waiting);
    }
  }

  async #work(channel: AlarmChannel, waiting: AlarmNotice[]): Promise<void> {
    this.#busy.add(channel);
    for (let notice = waiting.shift(); notice !== undefined; notice = waiting.shift()) {
      const told = await channel.notify(notice);
      if (told.ok) continue;
      this.#failed += 1;
      const { state, zone } = notice;
      this.log.error({ zone, state, cause: told.message }, `the alarm ${channel.name} failed`);
    }
    this.#busy.delete(channel);
  }
}
