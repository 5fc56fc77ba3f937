import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startArm } from '../shared/arm.js';
import { startBroker } from '../shared/mosquitto.js';
import { rounded } from '../shared/statistics.js';
import { venueOf } from './crowd.js';
import { startLiveCrowd } from './live-crowd.js';
import { startLiveServer } from './live-server.js';

const ARM = fileURLToPath(new URL('arms/dashboards.js', import.meta.url));
const WARM_UP_SECONDS = 15;
/** Cameras of the venue that they watch. */
const CAMERAS = 100;

/** How late a message is on so many pages at once, milliseconds after the server made it. */
export const manyDashboards = async (pages: number, seconds: number) => {
  const venue = venueOf(CAMERAS);
  const broker = await startBroker(0);
  const server = await startLiveServer(1, venue, broker);
  const crowd = await startLiveCrowd(venue, broker);
  const socket = `${server.url.replace(/^http/, 'ws')}/ws`;
  const arm = await startArm(0, process.execPath, [ARM, socket, `${pages}`]);
  await wait(WARM_UP_SECONDS * 1_000);
  await arm.ask('forget');
  const spent = server.spent();
  await wait(seconds * 1_000);
  const { bytes, messages, open, p50, p95, p99 } = await arm.ask('tell');
  const cpuShare = rounded((server.spent() - spent) / seconds, 2);
  await arm.stop();
  await crowd.stop();
  await server.stop();
  return {
    ...{ pages, cameras: venue.cameras.length, open, messages, cpuShare },
    kilobytesPerMessage: rounded(Number(bytes) / Number(messages) / 1_000, 1),
    lateMs: { p50, p95, p99 },
  };
};
