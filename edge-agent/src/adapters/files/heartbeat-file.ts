import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Heartbeat } from '../../life/pulse.js';

/** Where the agent of a state folder leaves its heartbeat. */
export const heartbeatFile = (state: string): string => join(state, 'heartbeat.json');

/** Writes it whole: who reads sees the one before or this one. */
export const writeHeartbeat = async (path: string, beat: Heartbeat): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(beat));
  await rename(`${path}.new`, path);
};

/** The last heartbeat; undefined where there is none that can be read. */
export const readHeartbeat = async (path: string): Promise<Heartbeat | undefined> => {
  try {
    const { at, cameras, moving, running } = Object(JSON.parse(await readFile(path, 'utf8')));
    const isWhole =
      typeof at === 'number' &&
      typeof moving === 'boolean' &&
      typeof running === 'number' &&
      typeof cameras === 'number';
    return isWhole ? { at, moving, running, cameras } : undefined;
  } catch {
    return undefined;
  }
};

/** An agent that stopped in order has no heartbeat. */
export const removeHeartbeat = (path: string): Promise<void> => rm(path, { force: true });
