import { once } from 'node:events';
import { userInfo } from 'node:os';
import { ok, type Result } from '@throng/contract';
import { readPageFiles } from '../adapters/calibration-page/page-files.js';
import { startPageServer } from '../adapters/calibration-page/page-server.js';
import type { CalibrationTarget } from '../adapters/files/read-calibration-target.js';
import { grabStill } from '../adapters/still/grab-still.js';
import { systemClock } from '../adapters/system-clock.js';
import { CalibrationSession } from './calibration-session.js';

export interface PageOptions {
  readonly by?: string;
  /** An address other than this machine's own, which the user must name. */
  readonly host?: string;
  readonly port?: number;
}

/** Only programs of this machine reach it. */
const LOOPBACK = '127.0.0.1';

/**
 * Serves the calibration page until it is closed or the program is asked to stop. The still is in
 * memory and leaves it for that page alone.
 */
export const serveCalibration = async (
  target: CalibrationTarget,
  { by = userInfo().username, host = LOOPBACK, port = 0 }: PageOptions,
): Promise<Result<undefined>> => {
  const files = await readPageFiles();
  if (!files.ok) return files;
  const closed = new AbortController();
  const session = new CalibrationSession({
    target,
    by,
    now: () => systemClock.now(),
    grab: () => grabStill(target),
    onClose: () => closed.abort(),
  });
  await session.grab();
  const server = await startPageServer({ host, port }, files.value, session.routes);
  if (!server.ok) return server;
  process.stderr.write(
    `Calibrate "${target.camera.id}" on this page (the link works once; Ctrl-C ends it):\n`,
  );
  process.stdout.write(`${server.value.link}\n`);
  if (host !== LOOPBACK) {
    process.stderr.write(
      `The page is served on ${host} without encryption: whoever can listen on that network sees the picture.\n`,
    );
  }
  await Promise.race([
    once(process, 'SIGINT'),
    once(process, 'SIGTERM'),
    closed.signal.aborted ? Promise.resolve() : once(closed.signal, 'abort'),
  ]);
  await server.value.close();
  return ok(undefined);
};
