import { join, resolve } from 'node:path';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import type { Alongside } from '../adapters/mqtt/alongside.js';
import { readBrokerAddress } from '../adapters/mqtt/broker-address.js';
import { MqttPublisher } from '../adapters/mqtt/mqtt-publisher.js';
import { setAside } from '../adapters/spool/spool-file.js';
import { openSqliteSpool } from '../adapters/spool/sqlite-spool.js';
import { systemClock } from '../adapters/system-clock.js';
import type { Log } from '../ports/log.js';
import type { WindowPublisher } from '../ports/window-publisher.js';
import { LastingSpool } from '../spool/lasting-spool.js';
import { MemorySpool } from '../spool/memory-spool.js';

/** Bytes in memory while the disk fails: more than an hour of one camera. */
const MEMORY_BYTES = 16 * 1024 ** 2;

/** Where an agent keeps the windows that wait. */
export const spoolPath = ({ settings, folder }: LoadedSettings): string =>
  join(resolve(folder, settings.state), `spool-${settings.edge}.db`);

/** The way out of the box: the spool on disk, and the broker of the settings. */
export const openPublisher = (
  loaded: LoadedSettings,
  log: Log,
  alongside?: Alongside,
): WindowPublisher => {
  const { settings, venue, folder } = loaded;
  const { latePerSecond, maxHours, maxMegabytes, until } = settings.spool;
  const limits = { bytes: maxMegabytes * 1024 ** 2, ageMs: maxHours * 3_600_000 };
  const path = spoolPath(loaded);
  const spool = new LastingSpool(
    { path, open: () => openSqliteSpool(path, limits), setAside: () => setAside(path) },
    new MemorySpool({ ...limits, bytes: Math.min(MEMORY_BYTES, limits.bytes) }),
    systemClock,
    log,
  );
  return new MqttPublisher({
    url: settings.broker.url,
    address: () => readBrokerAddress(settings.broker, folder),
    venue: venue.id,
    edge: settings.edge,
    spool,
    latePerSecond,
    needsServer: until === 'server',
    clock: systemClock,
    log,
    alongside,
  });
};
