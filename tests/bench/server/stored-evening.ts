import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toTimestamp } from '@throng/contract';
import { startArm } from '../shared/arm.js';
import { startBroker } from '../shared/mosquitto.js';
import { progress } from '../shared/output.js';
import { quantile, rounded } from '../shared/statistics.js';
import { crowdOf, START, venueOf } from './crowd.js';
import { openFlood, packed } from './flood.js';
import { writeVenueFile } from './venue-file.js';

const ARM = fileURLToPath(new URL('arms/throng-server.js', import.meta.url));
const EVENING_MINUTES = 240;
/** Histories read, each of another zone. */
const READS = 40;

/** What an evening takes of the disk, and how long its history takes to be read through the API. */
export const storedEvening = async (cameras: number, minutes: number) => {
  const venue = venueOf(cameras);
  const count = venue.cameras.length;
  const broker = await startBroker(0);
  const { config, store } = await writeVenueFile('evening', venue, broker);
  const arm = await startArm(1, process.execPath, [ARM, config]);
  const { url } = await arm.ask('url');
  const flood = await openFlood(broker);
  const crowd = crowdOf(venue, START);
  const seconds = minutes * 60;
  for (let second = 0; second < seconds; second += 1) {
    if (second % 60 === 0) progress(`evening: minute ${second / 60} of ${minutes}`);
    const taken = arm.ask(`second ${second} ${(second + 1) * count}`);
    await flood.send(packed(crowd(second)));
    await taken;
  }
  const [from, to] = [toTimestamp(START), toTimestamp(START + seconds * 1_000)];
  const took: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const zone = venue.zones[(read * 7) % venue.zones.length]?.id;
    const began = performance.now();
    const answer = await fetch(
      `${String(url)}/api/v1/zones/${zone}/history?from=${from}&to=${to}&step=60`,
    );
    const { points }: { points: unknown[] } = await answer.json();
    took.push(performance.now() - began);
    if (points.length < minutes) throw new Error(`${points.length} of ${minutes} minutes are kept`);
  }
  flood.close();
  await arm.stop();
  const bytes = statSync(store).size;
  return {
    ...{ cameras: count, minutes, windows: seconds * count },
    bytesPerWindow: rounded(bytes / (seconds * count), 0),
    gigabytes: rounded(bytes / 1e9, 3),
    gigabytesOfAnEvening: rounded(((bytes / minutes) * EVENING_MINUTES) / 1e9, 2),
    historyMs: { p50: rounded(quantile(took, 0.5), 1), p95: rounded(quantile(took, 0.95), 1) },
  };
};
