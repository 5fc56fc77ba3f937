import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestSpooled, readLedger } from './box-ledger.js';
import type { BoxRecord } from './measured.js';
import { Part } from './part.js';

const BOX = fileURLToPath(new URL('../box/box.js', import.meta.url));

/** One box: the program, and what it measured, whatever became of it. */
export interface BoxPart {
  readonly part: Part;
  /** Of the windows that ended from `since` on, epoch seconds. */
  record(since: number): BoxRecord;
}

/** A box with the settings `NAME.yml` in `folder`, measuring for these cameras. */
export const boxPart = (
  name: string,
  folder: string,
  cameras: readonly string[],
  command: (...words: string[]) => ReturnType<ConstructorParameters<typeof Part>[1]>,
): BoxPart => {
  const ledger = join(folder, `${name}.ledger`);
  const spool = join(folder, `state-${name}`, `spool-${name}.db`);
  const newestOnDisk = new Map<string, number>();
  return {
    part: new Part(
      name,
      () => command(process.execPath, BOX, join(folder, `${name}.yml`), ledger),
      () => {
        const run = readLedger(ledger).at(-1)?.bootId;
        // Once a run: later on the spool has given up what was surely heard.
        if (run === undefined || newestOnDisk.has(run)) return;
        newestOnDisk.set(run, newestSpooled(spool, run));
      },
    ),
    record: (since) => ({
      ...{ cameras, newestOnDisk },
      ledger: readLedger(ledger).filter((second) => second.at >= since),
    }),
  };
};
