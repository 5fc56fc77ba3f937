import { setTimeout as pause } from 'node:timers/promises';
import type { Programs } from './processes.js';
import { ROOT } from './workspace.js';

const READY_WITHIN_MS = 30_000;
const BETWEEN_LOOKS_MS = 150;

const isReady = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

/** Starts the real server and waits until its broker and store are ready. */
export const startServer = async (
  programs: Programs,
  venueFile: string,
  origin: string,
): Promise<void> => {
  const bin = `${ROOT}/control-server/bin/throng-server.mjs`;
  programs.start('throng-server', process.execPath, [bin, 'run', '--config', venueFile], ROOT);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await isReady(origin))) {
    if (performance.now() > deadline) {
      throw new Error(`throng-server was not ready within ${READY_WITHIN_MS / 1000} s`);
    }
    await pause(BETWEEN_LOOKS_MS);
  }
};

/** Starts a real agent; it connects, measures and reports by itself. */
export const startEdge = (programs: Programs, edge: string, edgeFile: string): void => {
  const bin = `${ROOT}/edge-agent/bin/throng-edge.mjs`;
  programs.start(`throng-edge ${edge}`, process.execPath, [bin, 'run', '--config', edgeFile], ROOT);
};
