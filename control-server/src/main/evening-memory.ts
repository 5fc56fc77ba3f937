import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import type { Clock } from '../clock.js';
import type { Foresight } from '../forecast/foresight.js';
import { EveningKeeper } from '../former-evenings/evening-keeper.js';
import { EventFollower } from '../former-evenings/event-follower.js';
import type { ServerSettings } from '../settings/server-settings.js';
import type { MeasurementStore } from '../store/measurement-store.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Log } from './log.js';

export interface MemoryParts {
  readonly store: MeasurementStore;
  readonly plan: VenuePlan;
  readonly settings: Pick<ServerSettings, 'store' | 'forecast'>;
  readonly foresight: Foresight;
  readonly clock: Clock;
  readonly metrics: Pick<ServerMetrics, 'remembers'>;
  readonly log: Log;
}

export interface EveningMemory {
  /** Former events that the forecast goes by now. */
  readonly events: readonly string[];
  /** Once a second; true while an evening that is over is being kept: nothing is erased meanwhile. */
  step(): Promise<boolean>;
}

/** The memory of a server that looks at nothing but now. */
export const noMemory: EveningMemory = { events: [], step: async () => false };

/** Keeps what evenings were like, and lets the forecast expect more of the same. */
export const rememberEvenings = ({
  clock,
  foresight,
  log,
  metrics,
  plan,
  settings,
  store,
}: MemoryParts): EveningMemory => {
  const { calendar } = plan;
  const retained = clock.now() - settings.store.retentionHours * 3_600_000;
  const keeper = new EveningKeeper(store, plan, calendar, retained);
  const follower = new EventFollower({
    ...{ store, plan, calendar, most: settings.forecast.formerEvenings },
    onChange: (event, { events, profile }) => {
      foresight.expect(profile);
      metrics.remembers(events.length);
      const words = event === undefined ? 'no event is ahead' : 'an event is ahead';
      log.info({ event: event?.id, learntFrom: events }, words);
    },
  });
  let isTold = false;
  return {
    get events() {
      return follower.events;
    },
    step: async () => {
      const followed = await follower.step(clock.now());
      if (!followed.ok && !isTold) {
        log.warn({ cause: followed.message }, 'former evenings cannot be read; trying again');
      }
      isTold = !followed.ok;
      const kept = await keeper.step(clock.now());
      if (kept === 'finished') follower.reload();
      return kept !== 'nothing-to-do';
    },
  };
};
