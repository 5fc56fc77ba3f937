import { createRandom } from '@throng/simulation';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { quantile } from '../../bench/shared/statistics.js';
import type { Fault } from '../runner/fault.js';
import { openEvening } from '../world/evening.js';
import { firstAdmin, GUARDED, Guest } from '../world/guest.js';
import { inParallel } from '../world/in-parallel.js';
import { tellAccount } from '../world/tell-account.js';

const ATTEMPTS = 10_000;
const AT_ONCE = 32;
/** Houses from which the attack comes. */
const ADDRESSES = 40;
/** Attempts between two log-ins of the owner. */
const OWNER_EVERY = 500;
const GROWTH_MEGABYTES = 80;
const SETTLE_MS = 240_000;

export const logInAttempts: Fault = {
  name: 'log-in-attempts',
  done: '10,000 attempts to log in with wrong passwords, half of them at the one account there is, from 40 addresses, 32 at a time, while 10 cameras send',
  promised:
    'None gets in; its owner logs in from the usual address all the while; the server stays ready, its memory bounded, and no window is lost',
  run: async (world) => {
    const random = createRandom(world.seed);
    const plan = { folder: world.folder, boxes: 1, camerasPerBox: 10, server: GUARDED };
    const evening = await openEvening(plan);
    await evening.flows();
    const owner = await firstAdmin(evening, 'ada', '203.0.113.7');
    await owner.logIn('ada');
    const before = residentMegabytes(evening.server.pid);
    const statuses: Record<string, number> = {};
    const ownerMs: number[] = [];
    let [ownerRefused, ready, most] = [0, 0, before];
    const count = world.count ?? ATTEMPTS;
    await inParallel(count, AT_ONCE, async (index) => {
      const address = `198.51.100.${random.whole(1, ADDRESSES)}`;
      const name = random.chance(0.5) ? 'ada' : `guest-${random.whole(1, 5_000)}`;
      const guess = new Guest(evening.origin, address).logIn(name, `guess ${index}`);
      const status = await guess.then(
        (answer) => `${answer.status}`,
        () => 'none within 30 s',
      );
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (index % OWNER_EVERY !== OWNER_EVERY - 1) return;
      const began = performance.now();
      const answer = await owner.logIn('ada').catch(() => undefined);
      if (answer === undefined || answer.status >= 300) ownerRefused += 1;
      ownerMs.push(performance.now() - began);
      if (await evening.isReady()) ready += 1;
      most = Math.max(most, residentMegabytes(evening.server.pid));
      world.say(`${index + 1} of ${count}, ${Math.round(most)} MB at most`);
    });
    const account = await evening.settle(SETTLE_MS);
    const looks = Math.floor(count / OWNER_EVERY);
    const gotIn = Object.entries(statuses).some(([status]) => Number(status) < 400);
    const slowest = Math.round(quantile(ownerMs, 1));
    const told = Object.entries(statuses).map(([status, n]) => `${status} ${n}×`);
    return {
      seen: `Answers: ${told.join(', ')}. The owner got in ${looks - ownerRefused} of ${looks} times, in ${slowest} ms at the slowest; /readyz was ready ${ready} of ${looks} times. Server ${Math.round(before)} MB before, ${Math.round(most)} MB at most. ${tellAccount(account)}`,
      isKept:
        !gotIn &&
        ownerRefused === 0 &&
        ready === looks &&
        most < before + GROWTH_MEGABYTES &&
        account.lost + account.doubled === 0,
      figures: { statuses, ownerRefused, slowest, before, most, ...account },
    };
  },
};
