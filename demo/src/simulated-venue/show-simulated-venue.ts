import { fileURLToPath } from 'node:url';
import type { VenueDefinition } from '@throng/contract';
import { type VenueCamera, venueCameras } from '@throng/simulation';
import { nextFreePort } from '../free-port.js';
import { EMPTY_VIEW, followLive } from '../live-view.js';
import type { DemoOptions } from '../options.js';
import { startEdge, startServer } from '../product.js';
import type { Show } from '../run.js';
import { type EdgeCamera, edgeFile, venueFile } from '../settings-files.js';
import { statusLine, type Truth } from '../status-line.js';
import { readReport } from './camera-report.js';
import { readVenue, VENUE_FILE } from './read-venue.js';
import { eveningClock, joinAt, serverChanges, story } from './story.js';
import { recordYesterday, yesterdaysCalendar } from './yesterday.js';

const STATUS_EVERY_MS = 3_000;
const FRAMES_PER_SECOND = 3;

const CAMERAS_PROGRAM = fileURLToPath(new URL('cameras-main.js', import.meta.url));

const edgesOf = (venue: VenueDefinition): string[] => [
  ...new Set(venue.cameras.map(({ edge }) => edge)),
];

/** The simulated evening, seen by simulated cameras and measured by the real product. */
export const showSimulatedVenue: Show = async ({ options, workspace, programs }) => {
  const read = await readVenue(VENUE_FILE);
  if (!read.ok) throw new Error(read.message);
  const simulated = read.value;
  const { venue } = simulated;
  const page = await nextFreePort(options.port);
  const ports = { page, broker: await nextFreePort(1883, { taken: [page] }) };
  const origin = `http://127.0.0.1:${page}`;

  const today = Date.now();
  const settings = await workspace.write(
    'venue.yml',
    venueFile(
      venue,
      ports,
      workspace.folder,
      serverChanges(options.speed),
      yesterdaysCalendar(simulated, today),
    ),
  );
  console.log("  Yesterday's evening goes into the record first …");
  await recordYesterday(settings, workspace.folder, today);

  const pictures = programs.start(
    'the simulated cameras',
    process.execPath,
    camerasArguments(options, joinAt(simulated, options.speed)),
    workspace.folder,
  );
  let now = joinAt(simulated, options.speed);
  let truth: Truth | undefined;
  const streams = new Promise<number>((resolve) => {
    pictures.onLine((line) => {
      const report = readReport(line);
      if (report?.kind === 'ready') resolve(report.port);
      if (report?.kind === 'truth') {
        now = report.time;
        truth = { ...report, clock: eveningClock(report.time) };
      }
    });
  });

  await startServer(programs, settings, origin);
  const port = await streams;
  for (const edge of edgesOf(venue)) {
    const cameras = venueCameras(simulated)
      .filter((camera) => venue.cameras.find(({ id }) => id === camera.id)?.edge === edge)
      .map((camera) => edgeCamera(camera, port));
    const edgeSettings = edgeFile(edge, cameras, ports);
    startEdge(programs, edge, await workspace.write(`${edge}.yml`, edgeSettings));
  }
  console.log(story(simulated, { now, speed: options.speed, origin }));

  let view = EMPTY_VIEW;
  const live = followLive(origin, (now) => {
    view = now;
  });
  const status = setInterval(() => console.log(statusLine(venue, view, truth)), STATUS_EVERY_MS);
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

const edgeCamera = ({ id, camera, pairs }: VenueCamera, port: number): EdgeCamera => {
  const { width, height, position } = camera;
  return {
    id,
    source: `http://127.0.0.1:${port}/${id}.ts`,
    framesPerSecond: FRAMES_PER_SECOND,
    width,
    calibration: {
      imageSize: [width, height],
      pairs: pairs.map(({ pixel, ground }) => ({
        pixel: [pixel.x, pixel.y],
        ground: [ground.x, ground.y],
      })),
      cameraPosition: [position.x, position.y, position.z],
    },
  };
};
