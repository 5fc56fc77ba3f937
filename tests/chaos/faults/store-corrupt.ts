import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Seen, World } from '../runner/fault.js';
import { type Evening, openEvening, START_MS } from '../world/evening.js';
import { tellAccount } from '../world/tell-account.js';
import { until } from '../world/until.js';

const CALM_MS = 15_000;
const SETTLE_MS = 120_000;
const PAGE = 4_096;
/** The last words of a server that will not begin on a damaged store: they hold the remedy. */
const REFUSED = /cannot start: .*move it away/;

/** Writes noise over every page from `from` on; 0 is the header. */
const damage = (file: string, from: number): void => {
  const noise = Buffer.alloc(PAGE);
  const descriptor = openSync(file, 'r+');
  for (let page = from; page * PAGE < statSync(file).size; page += 1) {
    writeSync(descriptor, randomFillSync(noise), 0, PAGE, page * PAGE);
  }
  closeSync(descriptor);
};

const setAside = (file: string): void => {
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${file}.damaged${part}`);
  }
};

/** Begins the server with what lies there: how it ends, or undefined where it serves. */
const refusal = async (evening: Evening): Promise<string | undefined> => {
  evening.server.start();
  await until('the server to say yes or no', START_MS, async () =>
    !evening.server.isRunning || (await evening.isReady()) ? true : undefined,
  );
  return evening.server.isRunning ? undefined : evening.server.said();
};

const opened = async (world: World): Promise<Evening> => {
  const evening = await openEvening({ folder: world.folder, boxes: 1, camerasPerBox: 10 });
  await evening.flows();
  await wait(CALM_MS);
  return evening;
};

/** What the guide says: set the file aside, start; then all that was measured since `since` must come. */
const mend = async (evening: Evening, since: number): Promise<Seen> => {
  if (evening.server.isRunning) await evening.server.stop();
  setAside(evening.storeFile);
  evening.server.start();
  await evening.flows();
  await wait(CALM_MS);
  const account = await evening.settle(SETTLE_MS + START_MS, since);
  return {
    seen: `With the file set aside it serves, and the boxes bring what waited. ${tellAccount(account)}`,
    isKept: account.lost + account.doubled === 0,
    figures: { ...account },
  };
};

export const storeCorruptAtRest: Fault = {
  name: 'store-corrupt-at-rest',
  done: 'Every page of the stopped server’s store is overwritten with noise; the server is started on it, then again with the file set aside as the guide says',
  promised:
    'It does not start unnoticed without a record, and says what to do; then every window measured since it was stopped is stored (those before lie in the damaged file and its backup)',
  run: async (world) => {
    const evening = await opened(world);
    const since = Math.ceil(Date.now() / 1_000);
    await evening.server.stop();
    damage(evening.storeFile, 0);
    const words = await refusal(evening);
    const isRefused = words !== undefined && REFUSED.test(words);
    const mended = await mend(evening, since);
    return {
      seen: `The server ${isRefused ? 'refused to start and said what to do' : `did NOT refuse with a remedy (${words ?? 'it served'})`}. ${mended.seen}`,
      isKept: isRefused && mended.isKept,
      figures: { isRefused, ...mended.figures },
    };
  },
};

export const storeCorruptRunning: Fault = {
  name: 'store-corrupt-running',
  done: 'Every page but the header of the running server’s store is overwritten with noise, three times in 45 s; then it is started anew on that file, and again with the file set aside',
  promised:
    'It does not crash, goes on judging and telling; the damage is told when it is met, at the latest at the next start, which is refused with what to do; then every window measured since it was stopped is stored',
  run: async (world) => {
    const evening = await opened(world);
    for (let time = 0; time < 3; time += 1) {
      damage(evening.storeFile, 1);
      await wait(15_000);
    }
    const isRunning = evening.server.isRunning;
    const told = (path: string): Promise<string> =>
      fetch(`${evening.origin}${path}`).then(
        (answer) => answer.text(),
        () => '',
      );
    const isTold = (await told('/api/v1/alerts')).includes('store-failing');
    const isLive = (await told('/api/v1/zones')).includes('"persons"');
    const since = Math.ceil(Date.now() / 1_000);
    await evening.server.stop();
    damage(evening.storeFile, 1);
    const words = await refusal(evening);
    const isRefused = words !== undefined && REFUSED.test(words);
    const mended = await mend(evening, since);
    return {
      seen: `The server ${isRunning ? 'ran on' : 'DIED'}, ${isLive ? 'told the state' : 'told NO state'} and ${isTold ? 'raised a store alert' : 'had met none of the damage by then'}; started anew it ${isRefused ? 'refused and said what to do' : `did NOT refuse with a remedy (${words ?? 'it served'})`}. ${mended.seen}`,
      isKept: isRunning && isLive && isRefused && mended.isKept,
      figures: { isRunning, isLive, isTold, isRefused, ...mended.figures },
    };
  },
};
