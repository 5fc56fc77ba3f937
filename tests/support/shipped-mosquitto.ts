import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Authority, authority, type Certificate } from './certificates.js';
import { type Child, start } from './child.js';
import { freePort } from './free-port.js';
import { toolPath } from './system-tools.js';
import { temporaryFolder } from './temporary-folder.js';

const SHIPPED = fileURLToPath(new URL('../../hardware/mosquitto/', import.meta.url));

/** What a broker is given instead of what it makes for itself. */
export interface GivenToBroker {
  /** Files of another authority, PEM. */
  readonly files: Readonly<Record<'ca.pem' | 'crl.pem' | 'broker.pem' | 'broker.key', string>>;
  readonly ports: { readonly agents: number; readonly servers: number };
  /** Changes the shipped configuration. */
  readonly edit?: (config: string) => string;
}

/** A broker that runs by a folder of its own. */
export interface PlacedMosquitto {
  readonly folder: string;
  readonly url: { readonly agents: string; readonly servers: string };
  /** Starts it; it must not run. */
  start(): Promise<Child>;
}

export interface ShippedMosquitto {
  readonly ca: Authority;
  /** Where agents connect, and where servers do. */
  readonly url: { readonly agents: string; readonly servers: string };
  readonly broker: Child;
  /** A certificate of the venue's authority. */
  certificate(name: string): Promise<Certificate>;
  /** Revokes a certificate and has the broker read the list anew, as the comment in the file says. */
  revoke(name: string): Promise<void>;
}

/** Turns the lines on that the rules offer as an example. */
const withOffered = (rules: string): string => rules.replaceAll(/^#:/gm, '');

/**
 * A real Mosquitto under the shipped configuration, rules and all: only its paths and ports are this
 * machine's.
 */
export const placeShippedMosquitto = async ({
  edit = (config) => config,
  files,
  ports: { agents, servers },
}: GivenToBroker): Promise<PlacedMosquitto> => {
  const folder = await temporaryFolder();
  for (const [name, from] of Object.entries(files)) await cp(from, join(folder, name));
  for (const rules of ['agents.acl', 'servers.acl']) {
    const text = await readFile(join(SHIPPED, rules), 'utf8');
    await writeFile(join(folder, rules), withOffered(text));
  }
  const config = await readFile(join(SHIPPED, 'mosquitto.conf'), 'utf8');
  const own = config
    .replaceAll('/etc/mosquitto/throng/', `${folder}/`)
    .replaceAll('/var/lib/mosquitto/', `${folder}/`)
    .replace('listener 8883', `listener ${agents} 127.0.0.1`)
    .replace('listener 8884', `listener ${servers} 127.0.0.1`);
  // A broker started by root keeps its rights, to read a key that only its owner may.
  await writeFile(join(folder, 'mosquitto.conf'), `user root\n${edit(own)}`);
  const url = (port: number) => `mqtts://127.0.0.1:${port}`;
  return {
    folder,
    url: { agents: url(agents), servers: url(servers) },
    start: async () => {
      const child = start(toolPath('mosquitto'), ['-c', join(folder, 'mosquitto.conf')]);
      await child.line(/mosquitto version .* running/);
      return child;
    },
  };
};

/** The same with an authority of its own. */
export const startShippedMosquitto = async (): Promise<ShippedMosquitto> => {
  const ca = await authority('venue');
  const known = new Map<string, Certificate>();
  const certificate = async (name: string): Promise<Certificate> => {
    const own = known.get(name) ?? (await ca.issue(name));
    known.set(name, own);
    return own;
  };
  const own = await certificate('broker');
  const { folder, url, ...placed } = await placeShippedMosquitto({
    files: {
      'ca.pem': ca.certFile,
      'crl.pem': await ca.revocations(),
      'broker.pem': own.certFile,
      'broker.key': own.keyFile,
    },
    ports: { agents: await freePort(), servers: await freePort() },
  });
  const broker = await placed.start();
  const revoke = async (name: string) => {
    await cp(await ca.revocations(await certificate(name)), join(folder, 'crl.pem'));
    broker.signal('SIGHUP');
    await broker.line(/Reloading config/);
  };
  return { ca, url, broker, certificate, revoke };
};
