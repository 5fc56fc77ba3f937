import { Worker } from 'node:worker_threads';
import { fail } from '@throng/contract';
import type { MadeReport, ReportMaker, ReportTask } from './report-task.js';

/** Milliseconds after which a report is given up: the longest evenings take seconds. */
const PATIENCE = 300_000;

/** A report may not take the memory that the live server needs. */
const MEMORY_MB = 1_024;

/**
 * Makes reports beside the live server, each on a thread of its own and one after the other: an
 * evening is replayed for it, and the second's tick must not wait for that.
 *
 * @param worker is replaced in tests only.
 */
export const reportThreads = (
  worker = new URL('./report-worker.js', import.meta.url),
): ReportMaker => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const made = last.then(() => onThread(worker, task));
    last = made;
    return made;
  };
};

const onThread = (file: URL, workerData: ReportTask): Promise<MadeReport> =>
  new Promise((resolve) => {
    const thread = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // A server that closes does not wait for a report.
    thread.unref();
    const stuck = setTimeout(() => void thread.terminate(), PATIENCE).unref();
    thread.once('message', (made: MadeReport) => resolve(made));
    thread.once('error', (error) => resolve(fail('store', error.message)));
    thread.once('exit', () => {
      clearTimeout(stuck);
      resolve(fail('store', 'the report was given up'));
    });
  });
