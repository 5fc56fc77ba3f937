import { createRandom } from '@throng/simulation';
import { openFlood, packed } from '../../bench/server/flood.js';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { fuzzedMessages } from '../fuzz/fuzzed-messages.js';
import type { Fault } from '../runner/fault.js';
import { openEvening } from '../world/evening.js';
import { refused } from '../world/metrics.js';
import { tellAccount } from '../world/tell-account.js';
import { until } from '../world/until.js';

const MESSAGES = 200_000;
const AT_ONCE = 2_000;
/** Memory is compared from here on: code is compiled and caches are full. */
const WARM_SHARE = 0.2;
const GROWTH_MEGABYTES = 60;
const SETTLE_MS = 240_000;
/** The box in whose name is spoken, and its camera. */
const [EDGE, CAMERA] = ['box-2', 'camera-2-1'];

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

export const fuzzMessages: Fault = {
  name: 'fuzz-messages',
  done: '200,000 MQTT messages through a real broker (`--count` for more): windows whose fields were replaced, removed or added, bytes cut and mixed with noise, topics of any kind, one in ten valid; a good box sends beside them',
  promised:
    'No crash; every message that breaks the contract is refused and counted by its reason, to the last one; memory stays flat; no window of the good box is lost',
  run: async (world) => {
    const plan = { boxes: 2, absentBoxes: 1, camerasPerBox: 5, server: { logLevel: 'error' } };
    const evening = await openEvening({ folder: world.folder, ...plan });
    await evening.flows();
    const fuzz = fuzzedMessages(EDGE, CAMERA, world.seed, createRandom(world.seed));
    const flood = await openFlood(`mqtt://127.0.0.1:${evening.brokerPort}`);
    const count = world.count ?? MESSAGES;
    const expected: Record<string, number> = {};
    const counted = async (): Promise<Record<string, number>> => {
      const all = await refused(evening.origin);
      return Object.fromEntries(Object.keys(expected).map((code) => [code, all[code] ?? 0]));
    };
    const isCaughtUp = async () =>
      !evening.server.isRunning || sum(await counted()) >= sum(expected) ? true : undefined;
    let [warm, most] = [0, 0];
    for (let sent = 0; sent < count && evening.server.isRunning; sent += AT_ONCE) {
      const size = Math.min(AT_ONCE, count - sent);
      const messages = Array.from({ length: size }, (_, index) => fuzz(sent + index));
      for (const { fault } of messages) {
        if (fault !== undefined) expected[fault] = (expected[fault] ?? 0) + 1;
      }
      await flood.send(packed(messages));
      await until('the server to catch up', 60_000, isCaughtUp).catch(() => undefined);
      const now = residentMegabytes(evening.server.pid);
      if (sent <= count * WARM_SHARE) warm = Math.max(warm, now);
      else most = Math.max(most, now);
      world.say(`${sent + size} of ${count}, ${Math.round(now)} MB`);
    }
    flood.close();
    const found = await counted();
    const missed = Object.keys(expected).filter((code) => found[code] !== expected[code]);
    const isRunning = evening.server.isRunning;
    const account = await evening.settle(SETTLE_MS, 0);
    // The store also holds what the fuzz said well: rows that no box measured.
    const { doubled: fuzzed, ...good } = account;
    return {
      seen: `Of ${count.toLocaleString('en-US')} messages ${sum(expected).toLocaleString('en-US')} broke the contract, ${sum(found).toLocaleString('en-US')} were refused and counted for it (${Object.keys(found).join(', ')}); the server ${isRunning ? 'ran on' : 'DIED'}, ${Math.round(warm)} MB after a fifth, ${Math.round(most)} MB at most after. The good box: ${tellAccount({ ...good, doubled: 0 })}`,
      isKept: isRunning && missed.length === 0 && most < warm + GROWTH_MEGABYTES && good.lost === 0,
      figures: { count, expected, found, missed, isRunning, warm, most, ...good, fuzzed },
    };
  },
};
