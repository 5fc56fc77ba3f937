import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { IClientOptions } from 'mqtt';
import type { EdgeSettings } from '../../settings/edge-settings.js';
import { readPassword } from '../files/read-password.js';

/** Where the broker is and how it knows us; PEM as read from the files of the settings. */
export interface BrokerAddress {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Of the authority that signed the broker's certificate. */
  readonly ca?: string | undefined;
  /** Of this agent, with its key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** The name in the broker's certificate, where it is not the URL's. */
  readonly serverName?: string | undefined;
}

type TlsFile = 'caFile' | 'certFile' | 'keyFile';

const OTHERS_MAY_READ = 0o004;

const readPem = async (
  name: TlsFile,
  path: string | undefined,
  folder: string,
): Promise<Result<string | undefined, 'tls-file'>> => {
  if (path === undefined) return ok(undefined);
  const file = resolve(folder, path);
  try {
    if (name === 'keyFile' && ((await stat(file)).mode & OTHERS_MAY_READ) !== 0) {
      return fail('tls-file', `broker.keyFile ${file} may be read by everybody; chmod 600 it`);
    }
    return ok(await readFile(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return fail('tls-file', `cannot read broker.${name} ${file}: ${why}`);
  }
};

/** Reads what the settings name. Done anew for each connection, so that a renewed file is taken. */
export const readBrokerAddress = async (
  broker: EdgeSettings['broker'],
  folder: string,
): Promise<Result<BrokerAddress>> => {
  const { caFile, certFile, keyFile, serverName, url, username } = broker;
  const [password, ca, cert, key] = await Promise.all([
    readPassword(broker, folder),
    readPem('caFile', caFile, folder),
    readPem('certFile', certFile, folder),
    readPem('keyFile', keyFile, folder),
  ]);
  const failures = [password, ca, cert, key].flatMap((part) => (part.ok ? [] : [part.message]));
  if (failures.length > 0) return fail('broker-files', failures.join('\n'));
  const read = (part: Result<string | undefined>) => (part.ok ? part.value : undefined);
  return ok({
    ...{ url, username, serverName },
    password: read(password),
    ca: read(ca),
    cert: read(cert),
    key: read(key),
  });
};

/** The address as MQTT.js takes it; an absent option stays absent. */
export const connectOptions = (address: BrokerAddress): IClientOptions => {
  const { ca, cert, key, password, serverName, username } = address;
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    // An authority may be given without the root above it: what is named is trusted as it is.
    ...(ca === undefined ? {} : { ca, allowPartialTrustChain: true }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  };
};
