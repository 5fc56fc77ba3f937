import type { Canvas } from '@napi-rs/canvas';
import { createRandom, mixSeed } from '../random/random.js';
import { createRenderer } from '../rendering/renderer.js';
import { type VisiblePerson, visiblePeople } from '../rendering/visible-people.js';
import { randomCamera } from './random-camera.js';
import { randomCrowd } from './random-crowd.js';
import { randomScene } from './random-scene.js';

/** A rendered crowd and what an annotator would mark in it. */
export interface AnnotatedImage {
  readonly canvas: Canvas;
  readonly width: number;
  readonly height: number;
  /** Centres of heads of which at least 30 % shows, pixels. */
  readonly heads: readonly (readonly [number, number])[];
  /** Whole bodies of which at least 30 % shows: left, top, width, height in pixels. */
  readonly people: readonly VisiblePerson['box'][];
}

const SHOWN = 0.3;

/** Pixels: a shorter box is nobody a detector could learn from. */
const LOWEST_BOX = 14;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Persons/m²: many sparse scenes, some packed to 6. */
const densities = [0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2, 3, 4, 5, 6] as const;

/** Image number `index` of a set; every sixteenth is empty. */
export const annotatedImage = (seed: number, index: number): AnnotatedImage => {
  const random = createRandom(mixSeed(seed, index, 0xda7a));
  const empty = index % 16 === 15;
  const camera = randomCamera(random);
  const { scene, farthest } = randomScene(random, camera, empty);
  const density = random.pick(densities) * random.between(0.8, 1.1);
  const crowd = empty ? [] : randomCrowd(random, camera, { density, farthest, most: 1_600 });
  const renderer = createRenderer(camera, scene);
  renderer.render(crowd, index);
  const { width, height } = camera;
  const visible = visiblePeople(renderer.figures(crowd), width, height);
  const inside = ({ head }: VisiblePerson): boolean =>
    head.x >= 0 && head.y >= 0 && head.x < width && head.y < height;
  return {
    canvas: renderer.canvas,
    width,
    height,
    heads: visible
      .filter((person) => person.headShown >= SHOWN && inside(person))
      .map(({ head }) => [rounded(head.x), rounded(head.y)]),
    people: visible
      .filter((person) => person.bodyShown >= SHOWN && person.box[3] >= LOWEST_BOX)
      .map(({ box: [x, y, w, h] }) => [rounded(x), rounded(y), rounded(w), rounded(h)]),
  };
};
