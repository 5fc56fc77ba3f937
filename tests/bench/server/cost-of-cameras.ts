import { setTimeout as wait } from 'node:timers/promises';
import { startBroker } from '../shared/mosquitto.js';
import { quantile, rounded } from '../shared/statistics.js';
import { venueOf } from './crowd.js';
import { startLiveCrowd } from './live-crowd.js';
import { startLiveServer } from './live-server.js';
import { openScreen } from './screen.js';

/** What so many cameras cost a server, one window a second each. */
export interface CostOfCameras {
  readonly cameras: number;
  /** Share of one core. */
  readonly cpuShare: number;
  readonly megabytes: number;
  /** On the wire, kilobytes of payload a second. */
  readonly wireKilobytes: number;
  /** From a window's last frame to the page's socket. */
  readonly captureToScreenMs: { readonly p50: number; readonly p95: number; readonly p99: number };
}

/** Seconds until a crowd is known and code is compiled. */
const WARM_UP_SECONDS = 15;

/** Runs the server by the wall for `seconds` with so many cameras. */
export const costOfCameras = async (cameras: number, seconds: number): Promise<CostOfCameras> => {
  const venue = venueOf(cameras);
  const broker = await startBroker(0);
  const server = await startLiveServer(1, venue, broker);
  const screen = await openScreen(server.url);
  const crowd = await startLiveCrowd(venue, broker);
  await wait(WARM_UP_SECONDS * 1_000);
  screen.clear();
  const [spent, sent] = [server.spent(), crowd.sent()];
  await wait(seconds * 1_000);
  const cpuShare = (server.spent() - spent) / seconds;
  const ages = [...screen.ages()];
  const { bytes, windows } = crowd.sent();
  if (ages.length < (windows - sent.windows) / 2) {
    throw new Error(`only ${ages.length} of ${windows - sent.windows} readings came to the page`);
  }
  const megabytes = server.megabytes();
  screen.close();
  await crowd.stop();
  await server.stop();
  return {
    cameras: venue.cameras.length,
    cpuShare: rounded(cpuShare, 3),
    megabytes: Math.round(megabytes),
    wireKilobytes: rounded((bytes - sent.bytes) / seconds / 1_000, 1),
    captureToScreenMs: {
      p50: quantile(ages, 0.5),
      p95: quantile(ages, 0.95),
      p99: quantile(ages, 0.99),
    },
  };
};
