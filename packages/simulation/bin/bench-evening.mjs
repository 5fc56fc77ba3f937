#!/usr/bin/env node
// Usage: node packages/simulation/bin/bench-evening.mjs [SECONDS]   (after `npm run types`)
// How long the arena's evening takes to simulate, and a frame of each of its cameras to draw.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  createRenderer,
  createSimulation,
  lightOf,
  parseSimulatedVenue,
  venueCameras,
  venueScene,
} from '../dist/index.js';

const seconds = Number(process.argv[2] ?? 600);
const file = new URL('../venues/arena.yml', import.meta.url);
const checked = parseSimulatedVenue(parse(readFileSync(file, 'utf8')));
if (!checked.ok) {
  for (const { path, message } of checked.faults) console.error(`${path}: ${message}`);
  process.exit(2);
}

/** Milliseconds of processor time that `work` takes. */
const cpuTime = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const simulation = createSimulation(checked.value, 1);
const simulated = cpuTime(() => simulation.advance(seconds));
const people = simulation.people();
console.log(
  `${seconds} s of event time, ${people.length} people at the end: ${(simulated / 1000).toFixed(2)} s`,
);

const FRAMES = 20;
for (const { id, camera } of venueCameras(checked.value)) {
  const renderer = createRenderer(camera, venueScene(checked.value, lightOf('indoor')));
  renderer.render(people, 0);
  const drawn = cpuTime(() => {
    for (let frame = 0; frame < FRAMES; frame += 1) renderer.render(people, frame);
  });
  const figures = renderer.figures(people).length;
  console.log(
    `${id}: ${camera.width} x ${camera.height}, ${figures} figures: ${(drawn / FRAMES).toFixed(1)} ms a frame`,
  );
}
