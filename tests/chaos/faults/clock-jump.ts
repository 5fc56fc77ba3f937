import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Seen, World } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import { refused } from '../world/metrics.js';
import { movedClock } from '../world/moved-clock.js';
import { tellAccount } from '../world/tell-account.js';

const HOUR_MS = 3_600_000;
const CALM_MS = 15_000;
const SETTLE_MS = 120_000;
/** What a program says that does not believe a clock that was set (`tellClock` of packages/host). */
const HELD = 'the time before goes on';

interface Jump {
  readonly of: 'box-1' | 'server';
  readonly hours: number;
}

/** The clock of one program is set, and set right again. */
const jump = async (world: World, { hours, of }: Jump, seconds: number): Promise<Seen> => {
  const clock = movedClock(world.folder);
  const evening = await openEvening({
    ...{ folder: world.folder, boxes: 2, camerasPerBox: 5 },
    env: (part) => (part === of ? clock.env : {}),
  });
  await evening.flows();
  await wait(CALM_MS);
  const part = of === 'server' ? evening.server : evening.boxes[0];
  clock.set(part, hours * HOUR_MS, 'hand');
  world.say(`the clock of ${of} is ${hours} h off`);
  await wait(seconds * 1_000);
  const isTold = part?.said().includes(HELD) === true;
  clock.set(part, 0, 'hand');
  world.say('and right again');
  await wait(CALM_MS);
  await evening.flows();
  const all = await refused(evening.origin);
  const future = all.future ?? 0;
  const account = await evening.settle(SETTLE_MS + START_MS);
  const alert = evening.alert();
  const isRunning = [evening.server, ...evening.boxes].every((each) => each.isRunning);
  return {
    seen: `${tellAccount(account)} ${future} were refused as from the future. It ${isTold ? 'said' : 'did NOT say'} that its clock was set and that the time before goes on. The standing alert was raised ${alert.raised}×, cleared ${alert.cleared}×.`,
    isKept:
      isRunning &&
      isTold &&
      future + account.doubled + account.lost === 0 &&
      alert.raised === 1 &&
      alert.cleared === 0,
    figures: { ...account, future, isTold, alert, isRunning },
  };
};

const fault = (name: string, done: string, what: Jump): Fault => ({
  name,
  done: `${done}, and right again 45 s later; nobody vouches for either`,
  promised:
    'The program does not believe it, goes on in the time before and says so: no window is lost, refused or stored twice; no program ends; the alert that stands is raised once and not cleared',
  run: (world) => jump(world, what, (world.minutes ?? 0.75) * 60),
});

export const clockJumps: readonly Fault[] = [
  fault('clock-box-ahead', 'The clock of one box of two is set 1 h ahead while it measures', {
    of: 'box-1',
    hours: 1,
  }),
  fault('clock-box-behind', 'The clock of one box of two is set 1 h back while it measures', {
    of: 'box-1',
    hours: -1,
  }),
  fault('clock-server-ahead', 'The clock of the running server is set 1 h ahead', {
    of: 'server',
    hours: 1,
  }),
  fault('clock-server-behind', 'The clock of the running server is set 1 h back', {
    of: 'server',
    hours: -1,
  }),
];
