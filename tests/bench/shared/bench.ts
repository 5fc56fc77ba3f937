import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { note, printJson, printTable } from './output.js';
import { stopAll } from './processes.js';
import { scratch } from './scratch.js';

/** A title and rows; the first row names the columns. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a bench found: for programs, and for people. */
export interface Report {
  readonly json: object;
  readonly tables: readonly Table[];
  /** What limits the figures, or could not be measured, and why. */
  readonly notes: readonly string[];
}

/** One thing that can be measured. */
export interface Bench {
  readonly name: string;
  readonly description: string;
  addOptions(command: Command): void;
  /** Throws with a message for a person where it cannot be measured. */
  run(options: object): Promise<Report>;
}

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const show = ({ tables, notes }: Report): void => {
  for (const { title, rows } of tables) {
    process.stdout.write(`\n${title}\n`);
    printTable(rows);
  }
  if (notes.length > 0) process.stdout.write('\n');
  for (const line of notes) process.stdout.write(`· ${line}\n`);
};

/** Runs a bench; whatever happens, Ctrl-C included, it leaves no process and no file behind. */
export const runBench = async (bench: Bench, options: { json: boolean }): Promise<number> => {
  let isOver = false;
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // on, not once: a terminal and npm both pass Ctrl-C on, and cleaning up takes a moment
      process.on(signal, () => resolve('interrupted'));
    }
  });
  try {
    const report = await Promise.race([bench.run(options), interrupted]);
    if (report === 'interrupted') {
      isOver = true;
      note('stopped');
      return INTERRUPTED;
    }
    if (options.json) printJson(report.json);
    else show(report);
    return 0;
  } catch (cause) {
    note(`✗ ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    await stopAll();
    await rm(scratch(), { recursive: true, force: true });
    if (isOver) process.exit(INTERRUPTED); // what was measuring must not start anything more
  }
};
