import { setTimeout as pause } from 'node:timers/promises';
import { interrupted } from './interrupted.js';
import type { DemoOptions } from './options.js';
import { Programs } from './processes.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** What a show is given: where to write, whom to start, and how it was asked for. */
export interface Stage {
  readonly options: DemoOptions;
  readonly workspace: Workspace;
  readonly programs: Programs;
}

/** Starts everything and returns how to end what is not a program. */
export type Show = (stage: Stage) => Promise<() => void>;

/**
 * Runs a show until Ctrl-C, until its time is over, or until one of its programs dies, and leaves
 * nothing behind either way. Returns the exit code.
 */
export const run = async (show: Show, options: DemoOptions): Promise<number> => {
  const stop = interrupted();
  const workspace = await openWorkspace();
  if (!workspace.ok) {
    console.error(workspace.message);
    return 1;
  }
  const programs = new Programs();
  let close = () => {};
  const opened = show({ options, workspace: workspace.value, programs }).then((end) => {
    close = end;
    return timeIsOver(options.duration);
  });
  try {
    const casualty = await Promise.race([opened, stop, programs.firstCasualty]);
    if (typeof casualty !== 'object') return 0;
    console.error(`\n${casualty.name} ${casualty.how}. Its last lines:`);
    for (const line of casualty.lastLines) console.error(`  ${line}`);
    return 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    opened.catch(() => {}); // a start-up cut short by Ctrl-C has nothing more to say
    console.log('Ending the demo …');
    close();
    await programs.stopAll();
    await workspace.value.remove();
  }
};

const timeIsOver = (duration: number | undefined): Promise<void> =>
  duration === undefined ? new Promise(() => {}) : pause(duration);
