import {
  LIMITS,
  type LocalAlarmHealth,
  type MeasurementWindow,
  toTimestamp,
} from '@throng/contract';
import { type Clock, every } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { LocalAlarmSettings } from '../settings/local-alarm-settings.js';
import { AlarmDesk } from './alarm-desk.js';
import type { AlarmChannel, AlarmNotice } from './alarm-notice.js';
import { unwatched, watchZone, type ZoneWatch } from './zone-watch.js';

export interface LocalAlarmOptions {
  readonly venue: string;
  readonly edge: string;
  readonly settings: LocalAlarmSettings;
  /** Persons/m² at which each zone is critical. */
  readonly criticalDensity: ReadonlyMap<string, number>;
  /** Milliseconds since a server was there; 0 while one is. */
  readonly serverAwayFor: () => number;
  readonly channels: readonly AlarmChannel[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds after which a measurement says nothing of now. */
const STALE = 10_000;
const JUDGE_EVERY = 1_000;

/**
 * Warns people near the box while no server does: a zone critical by one camera for the on-delay,
 * and no server for `after` seconds. It ends when the crowd eases or a server is back, and says so.
 * A zone warns again only after `repeatSeconds`; what was held back is said then, if it still stands.
 */
export class LocalAlarm {
  readonly #watches = new Map<string, ZoneWatch>();
  readonly #raised = new Map<string, AlarmNotice>();
  readonly #raisedAt = new Map<string, number>();
  readonly #desk: AlarmDesk;
  readonly #timers = new AbortController();
  #count = 0;
  #criticalDensity: ReadonlyMap<string, number>;
  #settings: LocalAlarmSettings;

  constructor(private readonly options: LocalAlarmOptions) {
    this.#settings = options.settings;
    this.#criticalDensity = options.criticalDensity;
    this.#desk = new AlarmDesk(options.channels, options.log);
    every(options.clock, JUDGE_EVERY, () => this.#judge(), this.#timers.signal);
  }

  /** The venue's bands have changed. */
  judgeBy(criticalDensity: ReadonlyMap<string, number>): void {
    this.#criticalDensity = criticalDensity;
  }

  /** Its times have changed; whom it warns stays as it was. */
  goBy(settings: LocalAlarmSettings): void {
    this.#settings = settings;
  }

  observe(window: MeasurementWindow): void {
    const { offDelaySeconds: offSeconds, onDelaySeconds: onSeconds } = this.#settings;
    for (const measured of window.zones) {
      const critical = this.#criticalDensity.get(measured.zone);
      if (critical === undefined) continue;
      const key = `${window.camera} ${measured.zone}`;
      const watch = this.#watches.get(key) ?? unwatched(window.camera, measured.zone);
      const delays = { onSeconds, offSeconds };
      this.#watches.set(key, watchZone(watch, window, measured, critical, delays));
    }
  }

  health(): LocalAlarmHealth {
    const zones = [...new Set([...this.#raised.values()].map(({ zone }) => zone))];
    return {
      armed: this.#isArmed(),
      active: zones.slice(0, LIMITS.localAlarmsShown),
      raised: this.#count,
      failed: this.#desk.failed,
    };
  }

  stop(): void {
    this.#timers.abort();
  }

  #isArmed(): boolean {
    return this.options.serverAwayFor() >= this.#settings.after * 1_000;
  }

  #judge(): void {
    const now = this.options.clock.now();
    const isArmed = this.#isArmed();
    const isBack = this.options.serverAwayFor() === 0;
    for (const [key, watch] of this.#watches) {
      const standing = this.#raised.get(key);
      if (standing === undefined) {
        const wasRaised = this.#raisedAt.get(key) ?? Number.NEGATIVE_INFINITY;
        const mayRepeat = now - wasRaised >= this.#settings.repeatSeconds * 1_000;
        const isFresh = now - watch.at <= STALE;
        if (isArmed && watch.latch.on && isFresh && mayRepeat) this.#raise(key, watch, now);
      } else if (isBack || !watch.latch.on) {
        this.#raised.delete(key);
        this.#tell(this.#notice(watch, 'cleared', isBack ? 'server-back' : 'eased'));
      }
    }
  }

  #raise(key: string, watch: ZoneWatch, now: number): void {
    const notice = this.#notice(watch, 'raised', 'critical-density');
    this.#raised.set(key, notice);
    this.#raisedAt.set(key, now);
    this.#count += 1;
    this.#tell(notice);
  }

  #tell(notice: AlarmNotice): void {
    const { density, state, zone } = notice;
    const words = `local alarm ${state}: ${density.toFixed(1)} persons/m² in ${zone}`;
    if (state === 'raised') this.options.log.error(notice, words);
    else this.options.log.info(notice, words);
    this.#desk.tell(notice);
  }

  #notice(
    watch: ZoneWatch,
    state: AlarmNotice['state'],
    because: AlarmNotice['because'],
  ): AlarmNotice {
    const { edge, serverAwayFor, venue } = this.options;
    const { at, camera, density, persons, zone } = watch;
    return {
      ...{ state, because, venue, edge, camera, zone, persons },
      density: Math.round(density * 100) / 100,
      criticalDensity: this.#criticalDensity.get(zone) ?? 0,
      at: toTimestamp(at),
      serverAwaySeconds: Math.round(serverAwayFor() / 1_000),
    };
  }
}
