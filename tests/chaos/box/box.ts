import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { anonymize, openPublisher, readSettings, systemClock, viewOf } from '@throng/edge-agent';
import { hostClock, tellClock } from '@throng/host/adapters';
import { FULL_ZONE } from '../world/hall.js';

// box.js SETTINGS LEDGER: an agent from its measurement on (spool, outbox, publisher of the program that
// ships), its cameras replaced by numbers. The ledger is what it measured, whatever becomes of it.
const [, , file = '', ledger = ''] = process.argv;

const SECOND = 1_000;
/** Persons/m² in the zone that is too full, and in all others. */
const [FULL, CALM] = [3, 0.5];
/** A time that jumps further than this was taken over: the seconds between were not measured. */
const SET_MS = 10 * SECOND;

const loaded = await readSettings(file, {});
if (!loaded.ok) throw new Error(loaded.message);
const { settings, venue } = loaded.value;
const views = settings.cameras.map((camera) => {
  const view = viewOf(camera, loaded.value);
  if (!view.ok) throw new Error(view.message);
  return view.value;
});
const say =
  (level: string) =>
  (details: object, message: string): void =>
    void process.stderr.write(`${level} ${message} ${JSON.stringify(details)}\n`);
const log = { info: say('info'), warn: say('warn'), error: say('error') };
hostClock.onChange(tellClock(log));
const publisher = openPublisher(loaded.value, log);
const origin = {
  venue: venue.id,
  edge: settings.edge,
  bootId: randomBytes(8).toString('hex'),
};

let sequence = 0;
/** All cameras measure the second that began at `start`, epoch ms. */
const measure = (start: number): void => {
  appendFileSync(ledger, `${origin.bootId} ${sequence} ${(start + SECOND) / SECOND}\n`);
  for (const view of views) {
    const density = view.camera === FULL_ZONE ? FULL : CALM;
    const zones = view.zones.map(({ area, zone }) => ({
      ...{ zone, area, persons: density * area, sigma: 2, densityP95: density * 1.2 },
    }));
    const closed = {
      ...{ start, seconds: 1, sequence, passages: [], fault: undefined, latency: undefined },
      measurement: { zones, cells: view.ownedArea.map((ground) => density * ground) },
      frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
    };
    publisher.publish(anonymize(closed, view, origin));
  }
  sequence += 1;
};

const second = (): number => Math.floor(systemClock.now() / SECOND) * SECOND;
let next = second() + SECOND;
const look = (): void => {
  const now = second();
  if (Math.abs(now - next) > SET_MS) next = now;
  for (; next < now; next += SECOND) measure(next);
};
const timer = setInterval(look, SECOND / 5);

process.on('SIGHUP', () => clearInterval(timer)); // measures no more; what waits is still sent
process.on('SIGTERM', async () => {
  clearInterval(timer);
  await publisher.close();
  process.exit(0);
});
