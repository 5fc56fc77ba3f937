import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../bench/shared/environment.js';
import { endProgress, note, printJson, progress } from '../../bench/shared/output.js';
import { stopPrograms } from '../world/programs.js';
import { undoAll } from '../world/undo.js';
import type { Fault } from './fault.js';
import { type Result, readResults } from './result.js';
import { underFire } from './table.js';

export interface Orders {
  readonly minutes?: number;
  readonly count?: number;
  readonly seed: number;
  readonly json: boolean;
  /** Where the table and its figures are kept; undefined: they are not renewed. */
  readonly write: { readonly table: string; readonly results: string } | undefined;
  /** What a person would type to do the same. */
  readonly commandOf: (fault: Fault) => string;
}

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const machine = (): string => {
  const { cores, node, processor } = environment();
  return `${processor}, ${cores} cores, Node ${node}`;
};

const runOne = async (fault: Fault, orders: Orders, folder: string): Promise<Result> => {
  const began = performance.now();
  const told = {
    ...{ fault: fault.name, at: new Date().toISOString(), machine: machine() },
    command: orders.commandOf(fault),
  };
  const say = (line: string): void => progress(`${fault.name}: ${line}`);
  const { count, minutes, seed } = orders;
  try {
    const seen = await fault.run({ minutes, count, seed, folder, say });
    return { ...told, ...seen, seconds: Math.round((performance.now() - began) / 1_000) };
  } finally {
    endProgress();
    await stopPrograms();
  }
};

const show = ({ fault, isKept, seconds, seen }: Result): void =>
  note(`${isKept ? '✓' : '✗'} ${fault} (${seconds} s): ${seen}`);

const keep = async (result: Result, faults: readonly Fault[], orders: Orders): Promise<void> => {
  if (orders.write === undefined) return;
  const { results, table } = orders.write;
  const all = { ...readResults(results), [result.fault]: result };
  const inOrder = Object.fromEntries(
    faults.flatMap(({ name }) => (all[name] === undefined ? [] : [[name, all[name]]])),
  );
  await writeFile(results, `${JSON.stringify(inOrder, null, 2)}\n`);
  await writeFile(table, underFire(faults, inOrder));
};

const runAll = async (
  wanted: readonly Fault[],
  all: readonly Fault[],
  orders: Orders,
  folder: string,
): Promise<number> => {
  const results: Result[] = [];
  let failed = false;
  for (const fault of wanted) {
    try {
      const result = await runOne(fault, orders, join(folder, fault.name));
      results.push(result);
      show(result);
      await keep(result, all, orders);
    } catch (cause) {
      failed = true;
      note(`✗ ${fault.name} could not be done: ${cause instanceof Error ? cause.message : cause}`);
    }
  }
  if (orders.json) printJson({ results });
  return failed || results.some(({ isKept }) => !isKept) ? 1 : 0;
};

/** Does one fault after the other; whatever happens, Ctrl-C included, nothing is left behind. */
export const runFaults = async (
  wanted: readonly Fault[],
  all: readonly Fault[],
  orders: Orders,
): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'throng-chaos-'));
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // on, not once: a terminal and npm both pass Ctrl-C on, and cleaning up takes a moment
      process.on(signal, () => resolve('interrupted'));
    }
  });
  const ended = await Promise.race([runAll(wanted, all, orders, folder), interrupted]);
  await stopPrograms();
  await undoAll();
  await rm(folder, { recursive: true, force: true });
  if (ended !== 'interrupted') return ended;
  note('stopped');
  process.exit(INTERRUPTED); // what was running must not start anything more
};
