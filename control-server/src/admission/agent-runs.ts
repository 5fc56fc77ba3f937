/** One run of an agent, by its boot id: when it captured, and when the server heard it (epoch ms). */
export interface AgentRun {
  readonly bootId: string;
  readonly firstCapture: number;
  readonly lastCapture: number;
  readonly firstHeard: number;
  readonly lastHeard: number;
}

/** A run that has been silent this long is over. */
export const RUN_SILENCE_MS = 30_000;

/** Captures of two runs may overlap by this much: a clock set right between two starts. */
const CAPTURE_TOLERANCE_MS = 2_000;

/** No more runs are remembered, however often an agent restarts. */
const MAX_RUNS = 4;

/** Forgets runs that have been silent for `RUN_SILENCE_MS`. */
export const forgetSilentRuns = (runs: readonly AgentRun[], now: number): readonly AgentRun[] =>
  runs.every((run) => now - run.lastHeard <= RUN_SILENCE_MS)
    ? runs
    : runs.filter((run) => now - run.lastHeard <= RUN_SILENCE_MS);

/** Enters one message, captured at `capture` and heard at `now`, into the run it belongs to. */
export const observeRun = (
  runs: readonly AgentRun[],
  bootId: string,
  capture: number,
  now: number,
): readonly AgentRun[] => {
  const known = runs.find((run) => run.bootId === bootId);
  const run: AgentRun = {
    bootId,
    firstCapture: Math.min(known?.firstCapture ?? capture, capture),
    lastCapture: Math.max(known?.lastCapture ?? capture, capture),
    firstHeard: known?.firstHeard ?? now,
    lastHeard: Math.max(known?.lastHeard ?? now, now),
  };
  if (known !== undefined) return runs.map((other) => (other === known ? run : other));
  return [...runs, run].slice(-MAX_RUNS);
};

/**
 * Two runs that were alive at once: both captured during the same time, and the server heard the
 * older one again after the younger had begun. Neither alone proves two agents: a restart with a
 * corrected clock overlaps in capture time, a spool sent after a restart overlaps in arrival.
 */
export const conflictingRuns = (
  runs: readonly AgentRun[],
): readonly [AgentRun, AgentRun] | undefined => {
  for (const [index, younger] of runs.entries()) {
    for (const older of runs.slice(0, index)) {
      const captures =
        Math.min(older.lastCapture, younger.lastCapture) -
        Math.max(older.firstCapture, younger.firstCapture);
      const heardAgain = older.lastHeard > younger.firstHeard;
      if (heardAgain && captures >= CAPTURE_TOLERANCE_MS) return [older, younger];
    }
  }
  return undefined;
};
