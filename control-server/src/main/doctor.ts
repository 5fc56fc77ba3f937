import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { connectAsync } from 'mqtt';
import { isDashboardBuilt } from '../adapters/http/dashboard-page.js';
import { type LoadedVenueFile, loadVenueFile } from '../adapters/settings/load-venue-file.js';

/** One thing looked at. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly remedy?: string;
}

const good = (name: string, found: string): Finding => ({ name, ok: true, found });
const bad = (name: string, found: string, remedy: string): Finding => ({
  name,
  ok: false,
  found,
  remedy,
});

const LEAST_NODE = [20, 19] as const;
const LEAST_FREE_BYTES = 1024 ** 3;

/** Looks at everything the server needs, as `run` would use it. */
export const examine = async (
  config: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> => {
  const findings = [nodeVersion(process.versions.node)];
  if (config === undefined) {
    return [...findings, bad('venue file', 'none given', 'name one: --config venue.yml')];
  }
  const loaded = await loadVenueFile(config, environment);
  if (!loaded.ok) {
    const remedy = 'mend the lines above; examples/venue.yml explains every key';
    return [...findings, bad('venue file', loaded.faults.join('; '), remedy)];
  }
  const file = loaded.value;
  const { listen, broker } = file.server;
  const external = broker.url !== undefined;
  return [
    ...findings,
    good('venue file', `${file.venue.zones.length} zones, ${file.venue.cameras.length} cameras`),
    await port('listen.port', listen.host, listen.port),
    external
      ? await brokerReachable(broker.url ?? '', file)
      : await port('broker.embedded.port', broker.embedded.host, broker.embedded.port),
    await storeFolder(dirname(file.storeFile)),
    await diskSpace(dirname(file.storeFile)),
    isDashboardBuilt(file.dashboard)
      ? good('dashboard', file.dashboard)
      : bad('dashboard', `not built in ${file.dashboard}`, 'run "npm run build" in the repository'),
  ];
};

const nodeVersion = (found: string): Finding => {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const ok = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return ok
    ? good('Node', found)
    : bad('Node', found, `install Node ${LEAST_NODE.join('.')} or newer`);
};

const port = (name: string, host: string, number: number): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve(bad(name, error.message, 'end the program that uses it, or set another port'));
    });
    server.listen(number, host, () => {
      server.close(() => resolve(good(name, `${host}:${number} is free`)));
    });
  });

const storeFolder = async (folder: string): Promise<Finding> => {
  try {
    await access(folder, constants.W_OK);
    return good('store folder', folder);
  } catch {
    return bad(
      'store folder',
      `${folder} cannot be written`,
      'create it, or set store.file elsewhere',
    );
  }
};

const diskSpace = async (folder: string): Promise<Finding> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const found = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
    return free >= LEAST_FREE_BYTES
      ? good('disk', found)
      : bad('disk', found, 'free some space: an evening of 200 cameras needs about 1 GiB');
  } catch {
    return bad('disk', `${folder} does not exist`, 'create it, or set store.file elsewhere');
  }
};

const brokerReachable = async (url: string, file: LoadedVenueFile): Promise<Finding> => {
  const { username } = file.server.broker;
  const { host } = new URL(url);
  try {
    const client = await connectAsync(url, {
      connectTimeout: 3_000,
      reconnectPeriod: 0,
      ...(username === undefined ? {} : { username }),
      ...(file.brokerPassword === undefined ? {} : { password: file.brokerPassword }),
      ...(file.brokerCa === undefined ? {} : { ca: file.brokerCa }),
    });
    await client.endAsync();
    return good('broker', `${host} answers`);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return bad('broker', `${host}: ${cause}`, 'check broker.url, the network, user and password');
  }
};
