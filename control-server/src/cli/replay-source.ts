import { createReadStream } from 'node:fs';
import { readLines } from '../adapters/recording/read-lines.js';
import { recordedRows } from '../adapters/store/recorded-rows.js';
import type { Replay } from '../replay/replay.js';
import { storedWindows } from '../replay/stored-window.js';
import type { RecordedPeriod } from '../store/recorded-rows.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** Where recorded windows come from. */
export type ReplaySource =
  | { readonly kind: 'lines'; readonly path: string }
  | { readonly kind: 'store'; readonly path: string; readonly period: RecordedPeriod };

/** Windows from the store between two writes of what they made. */
const BATCH = 1_000;

/** Lets a replay hear all of a source; `flush` is called now and then. @throws when it can't be read. */
export const hearAll = async (
  source: ReplaySource,
  plan: VenuePlan,
  run: Replay,
  flush: () => Promise<void>,
): Promise<void> => {
  if (source.kind === 'lines') {
    const { path } = source;
    const stream =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
    for await (const lines of readLines(stream)) {
      for (const line of lines) run.line(line);
      await flush();
    }
    return;
  }
  const windowOf = storedWindows(plan);
  let heard = 0;
  for (const rows of recordedRows(source.path, source.period)) {
    run.window(windowOf(rows));
    heard += 1;
    if (heard % BATCH === 0) await flush();
  }
};
