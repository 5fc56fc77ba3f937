import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Seen, World } from '../runner/fault.js';
import { type Evening, openEvening, START_MS } from '../world/evening.js';
import type { Account } from '../world/measured.js';
import { refused } from '../world/metrics.js';
import { tellAccount } from '../world/tell-account.js';

const HOUR_MS = 3_600_000;
const CALM_MS = 15_000;
const SETTLE_MS = 120_000;
const PRELOAD = new URL('../box/set-clock.js', import.meta.url).href;

interface Jump {
  readonly of: 'box-1' | 'server';
  readonly hours: number;
}

/** What is refused is not kept: it is told apart from what got lost on its way. */
const tellStamped = (account: Account, future: number): string => {
  const { doubled, lost, measured, stored } = account;
  return future === 0
    ? tellAccount(account)
    : `Of ${measured} windows ${stored} are stored, ${doubled} doubled; ${Math.min(lost, future)} were refused as from the future and counted (${future} messages, with those sent again), and are not kept; ${Math.max(0, lost - future)} more lost.`;
};

/** The clock of one program is set, and set right again. */
const jump = async (world: World, { hours, of }: Jump, seconds: number): Promise<Seen> => {
  const file = join(world.folder, 'clock');
  const evening: Evening = await openEvening({
    ...{ folder: world.folder, boxes: 2, camerasPerBox: 5 },
    env: (part): Record<string, string> =>
      part === of ? { NODE_OPTIONS: `--import ${PRELOAD}`, THRONG_CHAOS_CLOCK: file } : {},
  });
  await evening.flows();
  await wait(CALM_MS);
  const part = of === 'server' ? evening.server : evening.boxes[0];
  const set = (ms: number): void => {
    writeFileSync(file, `${ms}`);
    part?.signal('SIGUSR2');
  };
  set(hours * HOUR_MS);
  world.say(`the clock of ${of} is ${hours} h off`);
  await wait(seconds * 1_000);
  set(0);
  world.say('and right again');
  await wait(CALM_MS);
  await evening.flows();
  const future = (await refused(evening.origin)).future ?? 0;
  const account = await evening.settle(SETTLE_MS + START_MS, 0, future);
  const alert = evening.alert();
  const isRunning = [evening.server, ...evening.boxes].every((each) => each.isRunning);
  return {
    seen: `${tellStamped(account, future)} The standing alert was raised ${alert.raised}×, cleared ${alert.cleared}×.`,
    isKept:
      isRunning &&
      account.doubled === 0 &&
      account.lost <= future &&
      alert.raised === 1 &&
      alert.cleared === 0,
    figures: { ...account, future, alert, isRunning },
  };
};

const fault = (name: string, done: string, promised: string, what: Jump): Fault => ({
  name,
  done,
  promised,
  run: (world) => jump(world, what, (world.minutes ?? 0.75) * 60),
});

const STANDS =
  'no program ends, nothing is stored twice, the alert that stands is raised once and not cleared, and windows flow again when the clock is right';

export const clockJumps: readonly Fault[] = [
  fault(
    'clock-box-ahead',
    'The clock of one box of two is set 1 h ahead while it measures, and right again 45 s later',
    `Its windows from the future are refused and counted, never believed; ${STANDS}`,
    { of: 'box-1', hours: 1 },
  ),
  fault(
    'clock-box-behind',
    'The clock of one box of two is set 1 h back while it measures, and right again 45 s later',
    `Its windows are kept as history and say nothing of now; none is lost; ${STANDS}`,
    { of: 'box-1', hours: -1 },
  ),
  fault(
    'clock-server-ahead',
    'The clock of the server is set 1 h ahead, and right again 45 s later',
    `Every window is stored, as late; none is lost; ${STANDS}`,
    { of: 'server', hours: 1 },
  ),
  fault(
    'clock-server-behind',
    'The clock of the server is set 1 h back, and right again 45 s later',
    `What seems to come from the future is refused and counted; ${STANDS}`,
    { of: 'server', hours: -1 },
  ),
];
