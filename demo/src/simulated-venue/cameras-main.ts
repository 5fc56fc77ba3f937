import { parseArgs } from 'node:util';
import { createRenderer, createSimulation } from '@throng/simulation';
import { startEncoder } from '../encoder.js';
import { serveStreams } from '../http-streams.js';
import { say } from './camera-report.js';
import { personsOnCamera } from './ground-on-camera.js';
import { planSimulatedVenue } from './plan-simulated-venue.js';
import { startShutter } from './shutter.js';
import { venueScene } from './venue-scene.js';

// The program of the simulated cameras: the evening, its pictures, its streams. A process of its
// own, so that drawing never delays what is shown of the product.
const { values } = parseArgs({
  options: {
    venue: { type: 'string', default: '' },
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '6' },
    join: { type: 'string', default: '0' },
    rate: { type: 'string', default: '3' },
  },
});
const seed = Number(values.seed);
const speed = Number(values.speed);
const join = Number(values.join);
const framesPerSecond = Number(values.rate);

const plan = await planSimulatedVenue(values.venue);
if (!plan.ok) {
  console.error(plan.message);
  process.exit(1);
}
const { simulated, cameras } = plan.value;
const simulation = createSimulation(simulated, seed);
simulation.advance(join);

const scene = venueScene(simulated.venue, seed);
const stations = cameras.map(({ id, camera }) => {
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
const onCamera = personsOnCamera(simulated.venue, new Set(cameras.map(({ id }) => id)));
say({ kind: 'ready', port: streams.port });

let told = 0;
startShutter(stations.length, framesPerSecond, (index, elapsed) => {
  simulation.advance(join + elapsed * speed - simulation.time);
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
      persons: people.length,
      onCamera: onCamera(people),
    });
  }
});
