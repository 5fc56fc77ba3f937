import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { PartFile } from './part-file.js';

/** Where the truth of a recording lies: `evening.jsonl` has `evening.truth.jsonl` beside it. */
export const truthFile = (recording: string): string =>
  `${recording.replace(/\.jsonl$/, '')}.truth.jsonl`;

/** Those of the files that are there already. */
export const existing = async (paths: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(paths.map((path) => stat(path).then(Boolean, () => false)));
  return paths.filter((_, index) => found[index]);
};

/** Lines of one moment for the recording and for the truth beside it. */
export interface RecordedMoment {
  readonly windows: readonly string[];
  readonly truth: string;
}

/**
 * Writes a recording and its truth; both appear when both are complete. False when `signal` ended
 * it before: then nothing is left behind.
 *
 * @throws when a file cannot be written.
 */
export const writeEvening = async (
  path: string,
  moments: Iterable<RecordedMoment>,
  signal: AbortSignal,
): Promise<boolean> => {
  const recording = await PartFile.open(path);
  const truth = await PartFile.open(truthFile(path)).catch(async (error: unknown) => {
    await recording.discard();
    throw error;
  });
  try {
    for (const moment of moments) {
      for (const window of moment.windows) await recording.line(window);
      await truth.line(moment.truth);
      // The crowd is computed in this thread: without a pause nobody hears Ctrl-C.
      await setImmediate();
      if (signal.aborted) break;
    }
    if (!signal.aborted) {
      await truth.commit();
      await recording.commit();
      return true;
    }
  } catch (error) {
    await Promise.all([recording.discard(), truth.discard()]);
    throw error;
  }
  await Promise.all([recording.discard(), truth.discard()]);
  return false;
};
