import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@throng/simulation';
import type { Fault } from '../runner/fault.js';
import { openEvening, START_MS } from '../world/evening.js';
import type { Part } from '../world/part.js';
import { tellAccount } from '../world/tell-account.js';

/** Milliseconds between two kills: exponential, so that no phase of a start-up is spared. */
const MEAN_GAP_MS = 10_000;
/** Milliseconds that a supervisor takes to begin a dead program again. */
const [LEAST_DOWN, MOST_DOWN] = [500, 5_000];
const SETTLE_MS = 300_000;

export const randomKills: Fault = {
  name: 'random-kills',
  done: '`kill -9` of boxes, broker and server at random moments under load: 2 boxes, 20 cameras at 1 Hz, a kill every 10 s on average; each is begun again after 0.5–5 s',
  promised:
    'Every window that was on its box’s disk is stored, none twice; the alert that stood from the first minute is raised once and never cleared',
  run: async (world) => {
    const random = createRandom(world.seed);
    const evening = await openEvening({ folder: world.folder, boxes: 2, camerasPerBox: 10 });
    await evening.flows();
    const parts = [evening.broker, evening.server, ...evening.boxes];
    const restarts: Promise<void>[] = [];
    const when: string[] = [];
    const again = async (part: Part): Promise<void> => {
      await wait(random.between(LEAST_DOWN, MOST_DOWN));
      part.start();
    };
    const kills = () => Object.fromEntries(parts.map(({ kills, name }) => [name, kills]));
    const end = Date.now() + (world.minutes ?? 60) * 60_000;
    while (Date.now() < end) {
      const gap = -Math.log(1 - random.next()) * MEAN_GAP_MS;
      await wait(Math.min(gap, Math.max(0, end - Date.now())));
      const running = parts.filter((part) => part.isRunning);
      if (Date.now() >= end || running.length === 0) continue;
      const part = random.pick(running);
      await part.kill();
      when.push(`${part.name} ${new Date().toISOString()}`);
      restarts.push(again(part));
      world.say(
        `${Math.ceil((end - Date.now()) / 1_000)} s to go, kills ${JSON.stringify(kills())}`,
      );
    }
    await Promise.all(restarts);
    const died = parts.filter((part) => !part.isRunning).map(({ name }) => name);
    await evening.flows();
    world.say('no more kills; waiting until all windows are stored');
    const account = await evening.settle(SETTLE_MS + START_MS);
    const alert = evening.alert();
    const isKept =
      account.lost === 0 &&
      account.doubled === 0 &&
      alert.raised === 1 &&
      alert.cleared === 0 &&
      died.length === 0;
    const killed = parts.map(({ kills, name }) => `${name} ${kills}×`).join(', ');
    return {
      seen: `Killed: ${killed}. ${tellAccount(account)} The standing alert was raised ${alert.raised}×, cleared ${alert.cleared}×.${died.length === 0 ? '' : ` Ended by itself: ${died.join(', ')}.`}`,
      isKept,
      // Every moment, where something went wrong: what is missing can be held against them.
      figures: { kills: kills(), ...account, alert, died, ...(isKept ? {} : { when }) },
    };
  },
};
