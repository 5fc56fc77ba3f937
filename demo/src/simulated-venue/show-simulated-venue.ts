import { fileURLToPath } from 'node:url';
import type { VenueDefinition } from '@throng/contract';
import { nextFreePort } from '../free-port.js';
import { EMPTY_VIEW, followLive } from '../live-view.js';
import type { DemoOptions } from '../options.js';
import { startEdge, startServer } from '../product.js';
import type { Show } from '../run.js';
import { edgeFile, venueFile } from '../settings-files.js';
import { statusLine, type Truth } from '../status-line.js';
import { readReport } from './camera-report.js';
import { marksOf } from './marks.js';
import { type PlannedCamera, planSimulatedVenue } from './plan-simulated-venue.js';
import { eveningClock, joinAt, story } from './story.js';

const STATUS_EVERY_MS = 3_000;
const FRAMES_PER_SECOND = 3;

export const VENUE_FILE = fileURLToPath(
  new URL('../../../packages/simulation/venues/arena.yml', import.meta.url),
);

const CAMERAS_PROGRAM = fileURLToPath(new URL('cameras-main.js', import.meta.url));

const edgesOf = (venue: VenueDefinition): string[] => [
  ...new Set(venue.cameras.map(({ edge }) => edge)),
];

/** The simulated evening, seen by simulated cameras and measured by the real product. */
export const showSimulatedVenue: Show = async ({ options, workspace, programs }) => {
  const plan = await planSimulatedVenue(VENUE_FILE);
  if (!plan.ok) throw new Error(plan.message);
  const { simulated, cameras } = plan.value;
  const { venue } = simulated;
  const page = await nextFreePort(options.port);
  const ports = { page, broker: await nextFreePort(1883, { taken: [page] }) };
  const origin = `http://127.0.0.1:${page}`;

  const pictures = programs.start(
    'the simulated cameras',
    process.execPath,
    camerasArguments(options, joinAt(simulated, options.speed)),
    workspace.folder,
  );
  let truth: Truth | undefined;
  const streams = new Promise<number>((resolve) => {
    pictures.onLine((line) => {
      const report = readReport(line);
      if (report?.kind === 'ready') resolve(report.port);
      if (report?.kind === 'truth') {
        truth = { clock: eveningClock(report.time), onCamera: report.onCamera };
      }
    });
  });

  await startServer(
    programs,
    await workspace.write('venue.yml', venueFile(venue, ports, workspace.folder)),
    origin,
  );
  const port = await streams;
  for (const edge of edgesOf(venue)) {
    const own = cameras.filter((camera) => camera.edge === edge);
    const settings = edgeFile(
      edge,
      own.map((camera) => edgeCamera(camera, port)),
      ports,
    );
    startEdge(programs, edge, await workspace.write(`${edge}.yml`, settings));
  }
  console.log(story(simulated, options.speed, origin));

  let view = EMPTY_VIEW;
  const live = followLive(origin, (now) => {
    view = now;
  });
  const status = setInterval(() => console.log(statusLine(view, truth)), STATUS_EVERY_MS);
  return () => {
    clearInterval(status);
    live.close();
  };
};

const camerasArguments = ({ seed, speed }: DemoOptions, join: number): string[] => [
  CAMERAS_PROGRAM,
  ...['--venue', VENUE_FILE, '--seed', `${seed}`, '--speed', `${speed}`],
  ...['--join', `${join}`, '--rate', `${FRAMES_PER_SECOND}`],
];

const edgeCamera = ({ id, camera }: PlannedCamera, port: number) => ({
  id,
  source: `http://127.0.0.1:${port}/${id}.ts`,
  framesPerSecond: FRAMES_PER_SECOND,
  width: camera.width,
  calibration: marksOf(camera),
});
