import type { Canvas } from '@napi-rs/canvas';
import { createRandom, mixSeed } from '../random/random.js';
import { createRenderer } from '../rendering/renderer.js';
import { evenCrowd } from './even-crowd.js';
import { type Mounting, mountedCamera } from './mounting.js';
import { randomScene } from './random-scene.js';

/** Persons/m² at which a camera is judged. */
export const COUNTED_DENSITIES = [0.2, 0.5, 1, 2, 3, 4, 5] as const;

/** One picture of a camera and everybody on the ground before it. */
export interface CountedFrame {
  readonly canvas: Canvas;
  /** Persons/m² that were asked for. */
  readonly density: number;
  /** Everybody, hidden or not: where they stand, metres. */
  readonly people: readonly { readonly x: number; readonly y: number }[];
}

/** Metres round the zone on which the crowd goes on. */
const AROUND = 3;

/**
 * Pictures of one mounting, `repeats` at each density, each with a crowd, a floor and a light of
 * its own. The same seed gives the same pictures.
 */
export function* countedFrames(
  mounting: Mounting,
  seed: number,
  repeats: number,
  densities: readonly number[] = COUNTED_DENSITIES,
): Generator<CountedFrame> {
  const camera = mountedCamera(mounting);
  const ground = {
    minX: -mounting.width / 2 - AROUND,
    maxX: mounting.width / 2 + AROUND,
    minY: Math.max(0.8, mounting.near - AROUND),
    maxY: mounting.far + AROUND,
  };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const [index, density] of densities.entries()) {
      const random = createRandom(mixSeed(seed, repeat, index, mounting.height, mounting.far));
      const { scene } = randomScene(random, camera, false);
      const people = evenCrowd(random, density, ground);
      const renderer = createRenderer(camera, scene);
      renderer.render(people, index);
      yield { canvas: renderer.canvas, density, people: people.map(({ x, y }) => ({ x, y })) };
    }
  }
}
