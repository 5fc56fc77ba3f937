import { createRandom, type Random } from '@throng/simulation';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { likely, type Route, routesOf } from '../fuzz/routes.js';
import { junkOf, spoil } from '../fuzz/spoil.js';
import type { Fault } from '../runner/fault.js';
import { openEvening } from '../world/evening.js';
import { firstAdmin, GUARDED, Guest } from '../world/guest.js';
import { inParallel } from '../world/in-parallel.js';
import { tellAccount } from '../world/tell-account.js';

const REQUESTS = 20_000;
const AT_ONCE = 8;
const WARM_SHARE = 0.2;
const GROWTH_MEGABYTES = 100;
const SETTLE_MS = 240_000;
/** Answers of a server that says no in good order: an outage that it tells of is one too. */
const TOLD_OUTAGE = 503;

const pathOf = (route: Route, junk: readonly unknown[], random: Random): string => {
  const word = (): string => {
    const value = random.chance(0.4)
      ? random.pick(['camera-1-1', 'box-1', 'ada', '1', 'next', 'hall'])
      : random.pick(junk);
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return encodeURIComponent(Buffer.from(text).toString()).slice(0, 2_000);
  };
  const path = route.path.replace(/\{[^}]+\}/g, word);
  if (random.chance(0.5)) return path;
  const keys = ['from', 'to', 'at', 'limit', 'before', 'against', 'language', 'x', '__proto__'];
  return `${path}?${random.pick(keys)}=${word()}&${random.pick(keys)}=${word()}`;
};

const bodyOf = (route: Route, junk: readonly unknown[], random: Random): string | undefined => {
  if (route.method === 'GET' || random.chance(0.05)) return undefined;
  if (random.chance(0.1)) return '{"a":'.repeat(random.whole(1, 500));
  const body = likely(route.body, random);
  return JSON.stringify(random.chance(0.2) ? body : spoil(body, junk, random)) ?? '';
};

export const fuzzHttp: Fault = {
  name: 'fuzz-http',
  done: '20,000 requests (`--count` for more) on every route of the server’s own OpenAPI description, with spoiled paths, queries and bodies, half of them with an admin’s session, from 250 addresses; a good box sends beside them',
  promised:
    'No crash and no answer of 500 and above but 503; memory stays flat; no window of the box is lost',
  run: async (world) => {
    const random = createRandom(world.seed);
    const junk = junkOf(world.seed);
    const plan = { folder: world.folder, boxes: 1, camerasPerBox: 5, server: GUARDED };
    const evening = await openEvening(plan);
    await evening.flows();
    let admin = await firstAdmin(evening, 'ada', '203.0.113.7');
    const described = await admin.ask('GET', '/api/v1/openapi.json');
    const routes = routesOf(JSON.parse(described.text));
    const strangers = Array.from(
      { length: 250 },
      (_, index) => new Guest(evening.origin, `198.51.100.${index + 1}`),
    );
    const statuses: Record<number, number> = {};
    const broken = new Map<string, string>();
    let [warm, most, unanswered, done] = [0, 0, 0, 0];
    const count = world.count ?? REQUESTS;
    const ask = async (): Promise<void> => {
      const route = random.pick(routes);
      const isAdmin = random.chance(0.5);
      const path = pathOf(route, junk, random);
      const guest = isAdmin ? admin : random.pick(strangers);
      const answer = await guest
        .ask(
          route.method,
          path,
          bodyOf(route, junk, random),
          isAdmin ? random.pick(strangers) : undefined,
        )
        .catch(() => undefined);
      if (answer === undefined) {
        unanswered += 1;
        return;
      }
      const { status, text } = answer;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500 && status !== TOLD_OUTAGE) {
        broken.set(
          `${route.method} ${route.path} ${status}`,
          `${path.slice(0, 200)}: ${text.slice(0, 200)}`,
        );
      }
      if (isAdmin && status === 401) {
        const again = new Guest(evening.origin, '203.0.113.7');
        if ((await again.logIn('ada')).status < 300) admin = again;
      }
    };
    await inParallel(count, AT_ONCE, async () => {
      if (!evening.server.isRunning) return;
      await ask();
      done += 1;
      const now = residentMegabytes(evening.server.pid);
      if (done <= count * WARM_SHARE) warm = Math.max(warm, now);
      else most = Math.max(most, now);
      if (done % 1_000 === 0) world.say(`${done} of ${count}, ${Math.round(now)} MB`);
    });
    const isRunning = evening.server.isRunning;
    const account = await evening.settle(SETTLE_MS);
    const told = Object.entries(statuses).map(([status, n]) => `${status} ${n}×`);
    return {
      seen: `${routes.length} operations answered ${told.join(', ')}; ${broken.size === 0 ? 'none broke' : `BROKEN: ${[...broken.keys()].join(', ')}`}; ${unanswered} without an answer. The server ${isRunning ? 'ran on' : 'DIED'}, ${Math.round(warm)} MB after a fifth, ${Math.round(most)} MB at most after. ${tellAccount(account)}`,
      isKept:
        isRunning &&
        broken.size + unanswered === 0 &&
        most < warm + GROWTH_MEGABYTES &&
        account.lost + account.doubled === 0,
      figures: {
        count,
        statuses,
        broken: Object.fromEntries(broken),
        unanswered,
        isRunning,
        warm,
        most,
        ...account,
      },
    };
  },
};
