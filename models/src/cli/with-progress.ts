import type { Tick } from '../ports/tick.js';
import { showProgress } from './progress.js';

/** Shows a bar while `work` ticks `total` times. */
export const withProgress = async <Outcome>(
  title: string,
  total: number,
  unit: string,
  work: (tick: Tick) => Promise<Outcome>,
): Promise<Outcome> => {
  let done = 0;
  const bar = showProgress(title, total, unit);
  try {
    return await work(() => {
      done += 1;
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
};
