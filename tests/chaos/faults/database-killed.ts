import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@throng/simulation';
import type { Fault } from '../runner/fault.js';
import { makeDatabase } from '../world/database.js';
import { openEvening, START_MS } from '../world/evening.js';
import { tellAccount } from '../world/tell-account.js';
import { until } from '../world/until.js';

const MINUTES = 5;
const MEAN_GAP_MS = 15_000;
const [LEAST_DOWN, MOST_DOWN] = [1_000, 8_000];
const SETTLE_MS = 240_000;

export const databaseKilled: Fault = {
  name: 'database-killed',
  done: '`kill -9` of every process of the PostgreSQL behind the server at random moments, every 15 s on average while 10 cameras send; it is begun again after 1–8 s',
  promised:
    'The server runs on and writes what waited when the database is back: no window lost, none doubled; the alert that stands is raised once and never cleared',
  run: async (world) => {
    const random = createRandom(world.seed);
    const database = await makeDatabase(join(world.folder, 'postgres'));
    database.part.start();
    await until('the database to answer', START_MS, () =>
      database.part.said().includes('ready to accept connections') ? true : undefined,
    );
    const evening = await openEvening({
      ...{ folder: world.folder, boxes: 1, camerasPerBox: 10, stored: database },
      server: { store: { file: join(world.folder, 'house.db'), postgres: database.settings } },
    });
    await evening.flows();
    for (const end = Date.now() + (world.minutes ?? MINUTES) * 60_000; Date.now() < end; ) {
      const gap = -Math.log(1 - random.next()) * MEAN_GAP_MS;
      await wait(Math.min(gap, Math.max(0, end - Date.now())));
      if (Date.now() >= end) break;
      await database.part.kill();
      world.say(`${Math.ceil((end - Date.now()) / 1_000)} s to go, kill ${database.part.kills}`);
      await wait(random.between(LEAST_DOWN, MOST_DOWN));
      database.part.start();
    }
    await until('the database to answer', START_MS, () =>
      database.part.said().includes('ready to accept connections') ? true : undefined,
    );
    await evening.flows();
    const account = await evening.settle(SETTLE_MS);
    const alert = evening.alert();
    const isRunning = evening.server.isRunning;
    return {
      seen: `Killed ${database.part.kills}×; the server ${isRunning ? 'ran on' : 'DIED'}. ${tellAccount(account)} The standing alert was raised ${alert.raised}×, cleared ${alert.cleared}×.`,
      isKept:
        isRunning &&
        account.lost + account.doubled === 0 &&
        alert.raised === 1 &&
        alert.cleared === 0,
      figures: { kills: database.part.kills, isRunning, ...account, alert },
    };
  },
};
