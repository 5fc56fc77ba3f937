import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isTree } from '@throng/contract';
import type { FleetAcceptance } from '../../settings/fleet-settings.js';

/** Where weights are fetched, and by which authorities the server is known. */
export interface ServerAddress {
  readonly url: string;
  /** PEM; the system's where there is none. */
  readonly ca: string | undefined;
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch(() => undefined);

/** The field `server` of what enrolment left. */
const enrolledServer = async (identity: string): Promise<string | undefined> => {
  try {
    const known: unknown = JSON.parse((await textOf(join(identity, 'identity.json'))) ?? '{}');
    const url = isTree(known) ? known.server : undefined;
    return typeof url === 'string' && /^https?:\/\/[^\s/]+\/?$/.test(url) ? url : undefined;
  } catch {
    return undefined;
  }
};

/** The server of the settings, else that of the enrolment. Read anew for each fetch, as both may change. */
export const serverAddress = async (
  { caFile, server }: FleetAcceptance,
  folder: string,
  state: string,
): Promise<ServerAddress | undefined> => {
  const identity = join(state, 'identity');
  const url = server ?? (await enrolledServer(identity));
  if (url === undefined) return undefined;
  const ca = await textOf(
    caFile === undefined ? join(identity, 'ca.pem') : resolve(folder, caFile),
  );
  return { url: url.replace(/\/$/, ''), ca };
};
