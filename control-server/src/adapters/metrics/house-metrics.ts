import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Registry } from 'prom-client';
import type { Clock } from '../../clock.js';
import { liveGauge } from './live-gauge.js';

/** What the server itself stands on. */
export interface HouseWatch {
  readonly storeFile: string;
  readonly clock: Pick<Clock, 'heldBy'>;
  readonly ready: () => { readonly broker: boolean; readonly store: boolean };
  /** Certificates that it serves with, and when they end, epoch ms. */
  readonly certificates: () => readonly { readonly name: string; readonly endsAt: number }[];
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** What Prometheus is told of broker, store, disk and certificates. */
export const registerHouseMetrics = (
  registry: Registry,
  { certificates, clock, ready, storeFile }: HouseWatch,
): void => {
  liveGauge(registry, 'throng_ready', '1 while a part of the server works.', ['part'], (say) => {
    const { broker, store } = ready();
    say({ part: 'broker' }, Number(broker));
    say({ part: 'store' }, Number(store));
  });
  liveGauge(
    registry,
    'throng_clock_held_seconds',
    "The machine's time of day, set while the server ran and not believed yet, minus the time it goes by; 0 while it is followed.",
    [],
    (say) => say({}, clock.heldBy ?? 0),
  );
  liveGauge(
    registry,
    'throng_store_bytes',
    'Size of the store and its journal.',
    [],
    async (say) => {
      say({}, (await sizeOf(storeFile)) + (await sizeOf(`${storeFile}-wal`)));
    },
  );
  liveGauge(
    registry,
    'throng_store_disk_free_bytes',
    "Room on the store's disk.",
    [],
    async (say) => {
      const disk = await statfs(dirname(storeFile)).catch(() => undefined);
      if (disk !== undefined) say({}, disk.bavail * disk.bsize);
    },
  );
  liveGauge(
    registry,
    'throng_certificate_end_time_seconds',
    'When a certificate ends, epoch seconds.',
    ['certificate'],
    (say) => {
      for (const { endsAt, name } of certificates()) say({ certificate: name }, endsAt / 1_000);
    },
  );
};
