import { FAIR } from '../network/bad-network.js';
import { throughBadNetwork } from '../network/through-bad-network.js';
import type { Fault } from '../runner/fault.js';

const PROMISED =
  'Windows wait in the spool and follow: none is lost, none stored twice; the alert that stands is raised once and never cleared by what is not seen';

export const networkCut: Fault = {
  name: 'network-cut',
  done: 'Boxes in a network namespace of their own; every frame on their line is dropped, so that no end is told, then the line is mended',
  promised: PROMISED,
  run: (world) =>
    throughBadNetwork(world, {
      ...{ behind: ['boxes'], minutes: 1.5, weather: { ...FAIR, isCut: true } },
    }),
};

export const networkSlow: Fault = {
  name: 'network-slow',
  done: 'Boxes behind a line of 256 kbit/s with 400–600 ms each way, as over a congested radio link',
  promised: PROMISED,
  run: (world) =>
    throughBadNetwork(world, {
      ...{ behind: ['boxes'], minutes: 1.5 },
      weather: { ...FAIR, delayMs: 400, jitterMs: 200, kilobitsPerSecond: 256 },
    }),
};

export const networkLossy: Fault = {
  name: 'network-lossy',
  done: 'Boxes behind a line that drops 20 % of all frames, both ways, and lets them overtake each other',
  promised: PROMISED,
  run: (world) =>
    throughBadNetwork(world, {
      ...{ behind: ['boxes'], minutes: 1.5 },
      weather: { ...FAIR, loss: 0.2, delayMs: 20, jitterMs: 30 },
    }),
};

export const networkPartitioned: Fault = {
  name: 'network-partitioned',
  done: 'The server in a namespace of its own is cut off from the broker, while broker and boxes still reach each other',
  promised: PROMISED,
  run: (world) =>
    throughBadNetwork(world, {
      ...{ behind: ['server'], minutes: 1.5, weather: { ...FAIR, isCut: true } },
    }),
};
