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

/** The ground on which people stand: the zone and some of what is round it. */
const groundOf = ({ far, near, width }: Mounting) => ({
  minX: -width / 2 - AROUND,
  maxX: width / 2 + AROUND,
  minY: Math.max(NEAREST, near - AROUND),
  maxY: far + AROUND,
});

/**
 * One picture for each of `densities`, each with a crowd, a floor and a light of its own. The
 * same seed gives the same pictures.
 */
export function* countedFrames(
  mounting: Mounting,
  seed: number,
  densities: readonly number[],
): Generator<CountedFrame> {
  for (const [index, density] of densities.entries()) {
    const random = createRandom(mixSeed(seed, index, 0xc0de));
    const { scene } = randomScene(random, mounting.camera, false);
    const people = evenCrowd(random, density, groundOf(mounting));
    const renderer = createRenderer(mounting.camera, scene);
    renderer.render(people, index);
    yield { canvas: renderer.canvas, people: people.map(({ x, y }) => ({ x, y })) };
  }
}

/**
 * One place that fills: a picture for each of `densities`, in which everybody of the sparser ones
 * stands where they stood. The canvas is the same for all: read it before the next is asked for.
 */
export function* growingFrames(
  mounting: Mounting,
  seed: number,
  densities: readonly number[],
): Generator<CountedFrame> {
  const random = createRandom(mixSeed(seed, 0x9703));
  const { scene } = randomScene(random, mounting.camera, false);
  const most = Math.max(...densities);
  const crowd = evenCrowd(random, most, groundOf(mounting));
  const renderer = createRenderer(mounting.camera, scene);
  for (const [index, density] of densities.entries()) {
    const people = crowd.slice(0, Math.round((crowd.length * density) / most));
    renderer.render(people, index);
    yield { canvas: renderer.canvas, people: people.map(({ x, y }) => ({ x, y })) };
  }
}
