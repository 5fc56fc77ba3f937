import type { Canvas } from '@napi-rs/canvas';
import { createRandom, mixSeed } from '../random/random.js';
import { createRenderer } from '../rendering/renderer.js';
import { evenCrowd } from './even-crowd.js';
import type { Mounting } from './mounting.js';
import { randomScene } from './random-scene.js';

/** Persons/m² at which a camera is judged. */
export const COUNTED_DENSITIES = [0.2, 0.5, 1, 2, 3, 4, 5] as const;

/** One picture of a camera and everybody on the ground before it. */
export interface CountedFrame {
  readonly canvas: Canvas;
  /** Everybody, hidden or not: where they stand, metres. */
  readonly people: readonly { readonly x: number; readonly y: number }[];
}

/** Metres round the zone on which the crowd goes on. */
const AROUND = 3;

/** Metres from the camera's foot point within which nobody stands. */
const NEAREST = 0.8;

/**
 * One picture for each of `densities`, each with a crowd, a floor and a light of its own. The
 * same seed gives the same pictures.
 */
export function* countedFrames(
  { camera, near, far, width }: Mounting,
  seed: number,
  densities: readonly number[],
): Generator<CountedFrame> {
  const ground = {
    minX: -width / 2 - AROUND,
    maxX: width / 2 + AROUND,
    minY: Math.max(NEAREST, near - AROUND),
    maxY: far + AROUND,
  };
  for (const [index, density] of densities.entries()) {
    const random = createRandom(mixSeed(seed, index, 0xc0de));
    const { scene } = randomScene(random, camera, false);
    const people = evenCrowd(random, density, ground);
    const renderer = createRenderer(camera, scene);
    renderer.render(people, index);
    yield { canvas: renderer.canvas, people: people.map(({ x, y }) => ({ x, y })) };
  }
}
