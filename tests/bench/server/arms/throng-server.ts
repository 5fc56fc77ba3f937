import { setTimeout as wait } from 'node:timers/promises';
import { loadVenueFile, startServer } from '@throng/control-server';
import { pino } from 'pino';
import { serveArm } from '../../shared/serve-arm.js';
import { START } from '../crowd.js';
import { DrivenClock } from '../driven-clock.js';

// throng-server.js VENUE.yml: the server that ships, but for its clock, which is moved on by the second
// when all windows up to that second have been taken.
const [, , file = ''] = process.argv;
const loaded = await loadVenueFile(file, {});
if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
/** Windows end on whole seconds and are with the server 100 ms later; it judges after another 150 ms. */
const [HEARD_MS, JUDGED_MS] = [100, 250];
const clock = new DrivenClock(START + JUDGED_MS);
const log = pino({ level: 'warn' }, { write: (line: string) => process.stderr.write(line) });
const server = await startServer(loaded.value, { clock, timer: clock, log });

/** Windows taken so far, as the server itself counts them. */
const admitted = async (): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^throng_windows_admitted_total (\d+)/m.exec(text)?.[1] ?? 0);
};

/**
 * To be asked takes the server milliseconds, which count as its own: it is asked first when it is about done by what
 * it took last, and then seldom.
 */
let usualMs = 0;
const LEAST_MS = 4;
const untilTaken = async (expected: number): Promise<void> => {
  const began = performance.now();
  await wait(0.9 * usualMs);
  while ((await admitted()) < expected) await wait(Math.max(LEAST_MS, 0.05 * usualMs));
  usualMs = performance.now() - began;
};

await serveArm(async ([word, second, expected]) => {
  if (word === 'url') return { url: server.url };
  const end = START + (Number(second) + 1) * 1_000;
  await clock.moveTo(end + HEARD_MS);
  await untilTaken(Number(expected));
  await clock.moveTo(end + JUDGED_MS);
  return { admitted: Number(expected) };
});
