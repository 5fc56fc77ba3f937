import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '@throng/control-server';
import type { TickTimes } from './tick-times.js';

const program = fileURLToPath(new URL('one-venue.js', import.meta.url));

/** What the seconds of a venue take, in a process that is started as the server is. */
export const liveThrough = async (
  columns: number,
  rows: number,
  minutes: number,
): Promise<TickTimes> => {
  const child = fork(program, [columns, rows, minutes].map(String), { execArgv: [...NODE_FLAGS] });
  let times: TickTimes | undefined;
  child.once('message', (told: TickTimes) => {
    times = told;
  });
  const [code] = await once(child, 'close');
  if (times === undefined) throw new Error(`the venue was not lived through: exit code ${code}`);
  return times;
};
