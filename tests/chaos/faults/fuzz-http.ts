import { createRandom } from '@throng/simulation';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { fuzzedRequests } from '../fuzz/fuzzed-requests.js';
import { routesOf } from '../fuzz/routes.js';
import { junkOf } from '../fuzz/spoil.js';
import { hashOf, Variety } from '../fuzz/variety.js';
import type { Fault } from '../runner/fault.js';
import { Pace } from '../runner/pace.js';
import { openEvening } from '../world/evening.js';
import { firstAdmin, GUARDED, Guest } from '../world/guest.js';
import { inParallel } from '../world/in-parallel.js';
import { FIFTHS, MemoryCourse, tellMemory } from '../world/memory-course.js';
import { StaysIn } from '../world/stay-in.js';
import { tellAccount } from '../world/tell-account.js';

const REQUESTS = 20_000;
const AT_ONCE = 48;
/** Sessions of the one admin: what is asked for ends them now and then. */
const SESSIONS = 4;
const POOL = 8_000;
const GROWTH_MEGABYTES = 100;
const SETTLE_MS = 240_000;
/** Answers of a server that says no in good order: an outage that it tells of is one too. */
const TOLD_OUTAGE = 503;
/** Broken answers that are kept with their words; the others are of the same ways. */
const KEPT = 50;

const number = (value: number): string => value.toLocaleString('en-US');

export const fuzzHttp: Fault = {
  name: 'fuzz-http',
  done: '20,000 requests (`--count` for more) on every route of the server’s own OpenAPI description, with spoiled paths, queries and bodies, half of them with an admin’s session, from 250 addresses; a good box sends beside them',
  promised:
    'No crash and no answer of 500 and above but 503; memory stays flat (the median of the last fifth of the requests is at most 100 MB above that of the second); no window of the box is lost',
  run: async (world) => {
    const random = createRandom(world.seed);
    const plan = { folder: world.folder, boxes: 1, camerasPerBox: 5, server: GUARDED };
    const evening = await openEvening(plan);
    await evening.flows();
    const first = await firstAdmin(evening, 'ada', '203.0.113.7');
    const again = { origin: evening.origin, name: 'ada', address: '203.0.113.7' };
    const admins = Array.from({ length: SESSIONS }, () => {
      return new StaysIn(new Guest(evening.origin, again.address), again);
    });
    for (const admin of admins) await admin.look();
    const described = await first.ask('GET', '/api/v1/openapi.json');
    const routes = routesOf(JSON.parse(described.text));
    const request = fuzzedRequests(routes, junkOf(world.seed, POOL), random);
    const strangers = Array.from(
      { length: 250 },
      (_, index) => new Guest(evening.origin, `198.51.100.${index + 1}`),
    );
    const statuses: Record<number, number> = {};
    const broken = new Map<string, string>();
    /** Requests that had no answer within the guest's patience, by operation and cause. */
    const silent: Record<string, number> = {};
    const variety = new Variety();
    const memory = new MemoryCourse(FIFTHS);
    let [unanswered, done, letIn] = [0, 0, 0];
    const count = world.count ?? REQUESTS;
    const pace = new Pace(count);

    const inNow = async (): Promise<StaysIn> => {
      for (;;) {
        const inside = admins.filter(({ isIn }) => isIn);
        if (inside.length > 0) return random.pick(inside);
        await Promise.race(admins.map((each) => each.look()));
      }
    };
    const ask = async (): Promise<void> => {
      const { body, path, route } = request();
      const { method } = route;
      variety.add(hashOf(Buffer.from(`${method} ${path}\n${body ?? ''}`)));
      const isAdmin = random.chance(0.5);
      const stranger = random.pick(strangers);
      const admin = await inNow();
      const asked = isAdmin
        ? admin.guest.ask(method, path, body, stranger)
        : stranger.ask(method, path, body);
      const answer = await asked.catch((cause: unknown) => {
        const why = `${method} ${route.path}: ${cause instanceof Error ? cause.name : cause}`;
        silent[why] = (silent[why] ?? 0) + 1;
      });
      if (answer === undefined) {
        unanswered += 1;
        return;
      }
      const { status, text } = answer;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (isAdmin && status !== 401) letIn += 1;
      if (status >= 500 && status !== TOLD_OUTAGE && broken.size < KEPT) {
        const what = `${path.slice(0, 200)}: ${text.slice(0, 200)}`;
        broken.set(`${method} ${route.path} ${status}`, what);
      }
      if (isAdmin && status === 401) await admin.look();
    };

    await inParallel(count, AT_ONCE, async () => {
      if (!evening.server.isRunning) return;
      await ask();
      done += 1;
      if (done % 100 !== 0 && done !== count) return;
      const now = residentMegabytes(evening.server.pid);
      memory.add(now);
      const line = pace.tell(done);
      if (line !== undefined) world.say(`${line}, ${Math.round(now)} MB`);
    });
    const perSecond = Math.round(pace.rate(done));
    const isRunning = evening.server.isRunning;
    const account = await evening.settle(SETTLE_MS);
    const { distinct } = variety;
    const { early, late, most } = memory;
    const told = Object.entries(statuses).map(([status, n]) => `${status} ${number(n)}×`);
    return {
      seen: `Of ${number(done)} requests, ${number(perSecond)} a second, some ${number(distinct)} were unlike any other, and ${number(letIn)} were let in. ${routes.length} operations answered ${told.join(', ')}; ${broken.size === 0 ? 'none broke' : `BROKEN: ${[...broken.keys()].join(', ')}`}; ${unanswered} without an answer. The server ${isRunning ? 'ran on' : 'DIED'}, ${tellMemory(memory)}. ${tellAccount(account)}`,
      isKept:
        isRunning &&
        done === count &&
        broken.size + unanswered === 0 &&
        late < early + GROWTH_MEGABYTES &&
        account.lost + account.doubled === 0,
      figures: {
        ...{
          count,
          done,
          perSecond,
          distinct,
          letIn,
          statuses,
          broken: Object.fromEntries(broken),
        },
        ...{ unanswered, silent, isRunning, memory: { early, late, most }, ...account },
      },
    };
  },
};
