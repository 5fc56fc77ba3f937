import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@throng/simulation';
import { openFlood, packed } from '../../bench/server/flood.js';
import { residentMegabytes } from '../../bench/shared/cpu-time.js';
import { fuzzedMessages } from '../fuzz/fuzzed-messages.js';
import { Variety } from '../fuzz/variety.js';
import type { Fault } from '../runner/fault.js';
import { Pace } from '../runner/pace.js';
import { openEvening } from '../world/evening.js';
import { FIFTHS, MemoryCourse, tellMemory } from '../world/memory-course.js';
import { refused } from '../world/metrics.js';
import { tellAccount } from '../world/tell-account.js';

const MESSAGES = 1_000_000;
const PIECE = 1_000;
/** Refused messages that may be on their way: enough for nobody to wait for the other. */
const IN_FLIGHT = 12_000;
const BETWEEN_LOOKS_MS = 100;
/** A server that counts none of what is on its way for so long has missed it. */
const PATIENCE_MS = 60_000;
const GROWTH_MEGABYTES = 60;
const SETTLE_MS = 240_000;
/** The box in whose name is spoken, and its camera. */
const SPEAKER = { edge: 'box-2', camera: 'camera-2-1' };

type Counts = Readonly<Record<string, number>>;

const number = (value: number): string => value.toLocaleString('en-US');

const sum = (counts: Counts): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

export const fuzzMessages: Fault = {
  name: 'fuzz-messages',
  done: '1,000,000 MQTT messages through a real broker (`--count` for more): windows and reports of health whose fields were replaced, removed or added, bytes cut and mixed with noise, topics of any kind, one in ten valid; a good box sends beside them',
  promised:
    'No crash; every message that breaks the contract is refused and counted by its reason, to the last one; memory stays flat; no window of the good box is lost',
  run: async (world) => {
    const plan = { boxes: 2, absentBoxes: 1, camerasPerBox: 5, server: { logLevel: 'error' } };
    const evening = await openEvening({ folder: world.folder, ...plan });
    await evening.flows();
    const variety = new Variety();
    const fuzz = fuzzedMessages(SPEAKER, world.seed, createRandom(world.seed), variety);
    const flood = await openFlood(`mqtt://127.0.0.1:${evening.brokerPort}`);
    const count = world.count ?? MESSAGES;
    const pace = new Pace(count);
    const expected: Record<string, number> = {};
    let found: Counts = {};
    const memory = new MemoryCourse(FIFTHS);
    let sent = 0;

    const weigh = (): number => {
      const now = residentMegabytes(evening.server.pid);
      memory.add(now);
      return now;
    };
    /** Waits until at most so many of the refusals that must come are still to come. */
    const digested = async (open: number): Promise<void> => {
      for (let last = performance.now(); evening.server.isRunning; await wait(BETWEEN_LOOKS_MS)) {
        const before = sum(found);
        if (sum(expected) - before <= open) return;
        const all = await refused(evening.origin);
        found = Object.fromEntries(Object.keys(expected).map((code) => [code, all[code] ?? 0]));
        if (sum(found) > before) last = performance.now();
        else if (performance.now() - last > PATIENCE_MS) return;
      }
    };

    while (sent < count && evening.server.isRunning) {
      const size = Math.min(PIECE, count - sent);
      const messages = Array.from({ length: size }, (_, index) => fuzz(sent + index));
      for (const { fault } of messages) {
        if (fault !== undefined) expected[fault] = (expected[fault] ?? 0) + 1;
      }
      await flood.send(packed(messages));
      sent += size;
      await digested(IN_FLIGHT);
      const now = weigh();
      const line = pace.tell(sent);
      if (line !== undefined) world.say(`${line}, ${Math.round(now)} MB`);
    }
    await digested(0);
    const perSecond = Math.round(pace.rate(sent));
    weigh();
    flood.close();
    const missed = Object.keys(expected).filter((code) => found[code] !== expected[code]);
    const isRunning = evening.server.isRunning;
    const account = await evening.settle(SETTLE_MS, 0);
    // The store also holds what the fuzz said well: rows that no box measured.
    const { doubled: fuzzed, ...good } = account;
    const { distinct } = variety;
    const { early, late, most } = memory;
    return {
      seen: `Of ${number(sent)} messages, ${number(perSecond)} a second, ${number(sum(expected))} broke the contract, some ${number(distinct)} of them each in a way of its own; ${number(sum(found))} were refused and counted for it (${Object.keys(found).join(', ')}); the server ${isRunning ? 'ran on' : 'DIED'}, ${tellMemory(memory)}. The good box: ${tellAccount({ ...good, doubled: 0 })}`,
      isKept:
        isRunning &&
        sent === count &&
        missed.length === 0 &&
        late < early + GROWTH_MEGABYTES &&
        good.lost === 0,
      figures: {
        ...{ count, sent, perSecond, distinct, expected, found, missed, isRunning },
        ...{ memory: { early, late, most }, ...good, fuzzed },
      },
    };
  },
};
