import { setTimeout as wait } from 'node:timers/promises';
import type { Seen, World } from '../runner/fault.js';
import { type Evening, openEvening, START_MS } from '../world/evening.js';
import { stopPrograms } from '../world/programs.js';
import { tellAccount } from '../world/tell-account.js';
import { FAIR, type FarEnd, openFarEnd, type Weather } from './bad-network.js';

export interface BadWeather {
  readonly weather: Weather;
  /** Behind the bad line: the boxes, the server, or both, each on a line of its own. */
  readonly behind: readonly ('boxes' | 'server')[];
  /** Minutes, unless told otherwise. */
  readonly minutes: number;
}

/** Milliseconds of fair weather before and after. */
const CALM_MS = 15_000;
const SETTLE_MS = 240_000;

/** Windows stored by the end of the bad weather, of those that were measured in it. */
const arrived = async (evening: Evening, ms: number) => {
  const before = evening.account();
  await wait(ms);
  const after = evening.account();
  return { measured: after.measured - before.measured, stored: after.stored - before.stored };
};

const behindLines = async (
  world: World,
  { behind, minutes, weather }: BadWeather,
  lines: ReadonlyMap<string, FarEnd>,
): Promise<Seen> => {
  const [boxLine, serverLine] = [lines.get('boxes'), lines.get('server')];
  const of = (part: string) =>
    part.startsWith('box') ? boxLine : part === 'server' ? serverLine : undefined;
  const evening = await openEvening({
    ...{ folder: world.folder, boxes: 2, camerasPerBox: 10 },
    prefix: (part) => of(part)?.prefix ?? [],
    listen: ['127.0.0.1', ...[...lines.values()].map(({ here }) => here)],
    brokerForBoxes: (port) => ({ url: `mqtt://${boxLine?.here ?? '127.0.0.1'}:${port}` }),
    ...(serverLine && { serverHost: { broker: serverLine.here, own: serverLine.there } }),
  });
  await evening.flows();
  await wait(CALM_MS);
  for (const line of lines.values()) line.set(weather);
  world.say(`bad weather for ${behind.join(' and ')}`);
  const during = await arrived(evening, (world.minutes ?? minutes) * 60_000);
  for (const line of lines.values()) line.set(FAIR);
  world.say('fair again');
  const mended = performance.now();
  await evening.flows();
  const backAfter = Math.round((performance.now() - mended) / 1_000);
  await wait(CALM_MS);
  const account = await evening.settle(SETTLE_MS + START_MS);
  const alert = evening.alert();
  return {
    seen: `Meanwhile ${during.stored} of ${during.measured} windows came in time; ${backAfter} s after its end they flowed. ${tellAccount(account)} The standing alert was raised ${alert.raised}×, cleared ${alert.cleared}×.`,
    isKept:
      account.lost + account.cutOff + account.doubled === 0 &&
      alert.raised === 1 &&
      alert.cleared === 0,
    figures: { during, backAfter, ...account, alert },
  };
};

/** An evening whose boxes, server or both lie behind a line that is bad for some minutes. */
export const throughBadNetwork = async (world: World, bad: BadWeather): Promise<Seen> => {
  const lines = new Map<string, FarEnd>();
  try {
    for (const [index, part] of bad.behind.entries()) lines.set(part, await openFarEnd(index));
    return await behindLines(world, bad, lines);
  } finally {
    await stopPrograms(); // a namespace goes with the last program in it
    for (const line of lines.values()) await line.close();
  }
};
