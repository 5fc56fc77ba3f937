import { parseArgs } from 'node:util';
import {
  createRenderer,
  createSimulation,
  lightOf,
  venueCameras,
  venueScene,
} from '@throng/simulation';
import { startEncoder } from '../encoder.js';
import { serveStreams } from '../http-streams.js';
import { say } from './camera-report.js';
import { personsOnCamera } from './ground-on-camera.js';
import { readVenue } from './read-venue.js';
import { startShutter } from './shutter.js';

// The program of the simulated cameras: the evening, its pictures, its streams. A process of its
// own, so that drawing never delays what is shown of the product.
const { values } = parseArgs({
  options: {
    venue: { type: 'string', default: '' },
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '8' },
    join: { type: 'string', default: '0' },
    rate: { type: 'string', default: '3' },
  },
});
const seed = Number(values.seed);
const speed = Number(values.speed);
const join = Number(values.join);
const framesPerSecond = Number(values.rate);

const read = await readVenue(values.venue);
if (!read.ok) {
  console.error(read.message);
  process.exit(1);
}
const simulated = read.value;
/** Evening after evening, each joined where the first was. */
const joinEvening = (number: number) => {
  const evening = createSimulation(simulated, seed + number);
  evening.advance(join);
  return evening;
};
let evenings = 0;
let simulation = joinEvening(evenings);
let began = 0;

const scene = venueScene(simulated, lightOf('indoor'));
const stations = venueCameras(simulated).map(({ id, camera }) => {
  const { width, height } = camera;
  const encoder = startEncoder({ width, height, framesPerSecond });
  encoder.failed.catch((error: Error) => {
    console.error(`camera ${id}: ${error.message}`);
    process.exit(1);
  });
  return { id, encoder, renderer: createRenderer(camera, scene), frames: 0 };
});
const streams = await serveStreams(
  new Map(stations.map(({ id, encoder }) => [id, encoder.output])),
);
const onCamera = personsOnCamera(simulated.venue, new Set(stations.map(({ id }) => id)));
say({ kind: 'ready', port: streams.port });

let told = 0;
startShutter(stations.length, framesPerSecond, (index, elapsed) => {
  if (simulation.time > simulation.evening.length) {
    evenings += 1;
    simulation = joinEvening(evenings);
    began = elapsed;
  }
  simulation.advance(join + (elapsed - began) * speed - simulation.time);
  const station = stations[index];
  if (station !== undefined) {
    const { data } = station.renderer.render(simulation.people(), station.frames);
    station.encoder.write(data);
    station.frames += 1;
  }
  if (elapsed - told >= 1) {
    told = elapsed;
    const people = simulation.people();
    say({
      kind: 'truth',
      time: simulation.time,
      onCamera: onCamera(people),
      zones: Object.fromEntries(
        Object.entries(simulation.truth().zones).map(([id, { persons }]) => [id, persons]),
      ),
    });
  }
});
