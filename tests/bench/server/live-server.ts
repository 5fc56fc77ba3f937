import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { VenueDefinition } from '@throng/contract';
import { cpuSeconds, residentMegabytes } from '../shared/cpu-time.js';
import { freePort } from '../shared/mosquitto.js';
import { startOn, stop } from '../shared/processes.js';
import { writeVenueFile } from './venue-file.js';

const PROGRAM = fileURLToPath(
  new URL('../../../control-server/bin/throng-server.mjs', import.meta.url),
);
const START_MS = 60_000;

/** The program that ships, by the clock on the wall. */
export interface LiveServer {
  readonly url: string;
  /** Seconds of a core spent so far. */
  spent(): number;
  megabytes(): number;
  stop(): Promise<void>;
}

/** Starts `throng-server run` for a venue on a core, hearing an outside broker. */
export const startLiveServer = async (
  core: number,
  venue: VenueDefinition,
  broker: string,
): Promise<LiveServer> => {
  const port = await freePort();
  const { config } = await writeVenueFile(`live-${port}`, venue, broker, port);
  const { child, said } = startOn(core, process.execPath, [PROGRAM, 'run', '-c', config]);
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  const { pid } = child;
  for (const end = Date.now() + START_MS; ; await wait(100)) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true && pid !== undefined) break;
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`throng-server does not run: ${said()}`);
    }
  }
  return {
    url,
    spent: () => cpuSeconds(pid),
    megabytes: () => residentMegabytes(pid),
    stop: () => stop(child),
  };
};
