import type { Clock } from '../clock.js';
import type { ServerSettings } from '../settings/server-settings.js';
import type { MeasurementStore } from '../store/measurement-store.js';

const PAUSE_MS = 60_000;
const DAY_SECONDS = 86_400;

export type RetentionSettings = Pick<ServerSettings['store'], 'profileDays' | 'retentionHours'>;

/** Erases what is older than the retention, a small slice at a time so that no tick waits long. */
export const createRetention = (
  store: Pick<MeasurementStore, 'forget' | 'forgetEvenings'>,
  { profileDays, retentionHours }: RetentionSettings,
  clock: Clock,
) => {
  let nextAt = clock.now();
  return async (): Promise<void> => {
    const now = clock.now();
    if (now < nextAt) return;
    const seconds = Math.floor(now / 1_000);
    const erased = await store.forget(Math.floor(seconds - retentionHours * 3_600));
    const more = erased.ok && erased.value.more;
    if (!more) await store.forgetEvenings(Math.floor(seconds - profileDays * DAY_SECONDS));
    nextAt = more ? now : now + PAUSE_MS;
  };
};
