import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Seen, World } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import type { Account } from '../world/measured.js';
import { refused } from '../world/metrics.js';
import { movedClock } from '../world/moved-clock.js';
import { until } from '../world/until.js';

const HOUR_MS = 3_600_000;
const SETTLE_MS = 120_000;
/** Longer than a program waits to ask whether NTP vouches for a time that was set. */
const CALM_MS = 30_000;

interface Start {
  readonly of: 'box-1' | 'server';
  readonly hours: number;
}

/** What is refused is not kept: it is told apart from what got lost on its way. */
const tellStamped = ({ doubled, lost, measured, stored }: Account, future: number): string =>
  `Of ${measured} windows ${stored} are stored, ${doubled} doubled; ${Math.min(lost, future)} were refused as from the future and counted (${future} messages, with those sent again), and are not kept; ${Math.max(0, lost - future)} more lost.`;

/** A program starts with a clock that is off; then NTP sets it right. */
const start = async (world: World, { hours, of }: Start, seconds: number): Promise<Seen> => {
  const clock = movedClock(world.folder, hours * HOUR_MS);
  const evening = await openEvening({
    ...{ folder: world.folder, boxes: 2, camerasPerBox: 5 },
    env: (part) => (part === of ? clock.env : {}),
  });
  const isReady = async () => (await evening.isReady()) || undefined;
  await until('the server to be ready', START_MS, isReady);
  world.say(`${of} has started with its clock ${hours} h off`);
  await wait(seconds * 1_000);
  clock.set(of === 'server' ? evening.server : evening.boxes[0], 0, 'NTP');
  world.say('NTP has set it right');
  await wait(CALM_MS);
  await evening.flows();
  const future = (await refused(evening.origin)).future ?? 0;
  const account = await evening.settle(SETTLE_MS + START_MS, 0, future);
  const alert = evening.alert();
  const isRunning = [evening.server, ...evening.boxes].every((each) => each.isRunning);
  return {
    seen: `${tellStamped(account, future)} The alert was raised ${alert.raised}×, cleared ${alert.cleared}×.`,
    isKept:
      isRunning &&
      future > 0 &&
      account.doubled === 0 &&
      account.lost <= future &&
      alert.raised === 1 &&
      alert.cleared === 0,
    figures: { ...account, future, alert, isRunning },
  };
};

const fault = (name: string, done: string, what: Start): Fault => ({
  name,
  done: `${done}; 45 s later NTP sets it right`,
  promised:
    'It cannot know: what seems to come from the future is refused and counted, never believed, and not kept; the new time is taken when NTP vouches for it, and windows flow; none is stored twice; the alert is raised once and not cleared',
  run: (world) => start(world, what, (world.minutes ?? 0.75) * 60),
});

export const clocksWrongAtStart: readonly Fault[] = [
  fault('clock-box-starts-ahead', 'One box of two is started with its clock 1 h ahead', {
    of: 'box-1',
    hours: 1,
  }),
  fault('clock-server-starts-behind', 'The server is started with its clock 1 h behind', {
    of: 'server',
    hours: -1,
  }),
];
