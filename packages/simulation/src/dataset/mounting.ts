import type { Coordinates } from '@throng/contract';
import { type Camera, createCamera } from '../camera/camera.js';
import { createRandom, mixSeed, type Random } from '../random/random.js';

/** How a camera hangs over the origin, and the rectangle ahead of it whose people are counted. */
export interface Mounting {
  readonly camera: Camera;
  /** Clockwise or not, metres: x across, y along the line of sight. */
  readonly zone: readonly Coordinates[];
  /** Distance of the zone's near and far edge, and its width, metres. */
  readonly near: number;
  readonly far: number;
  readonly width: number;
}

const SIZES = [
  { width: 640, height: 384 },
  { width: 768, height: 448 },
  { width: 1024, height: 576 },
] as const;

const RADIANS = Math.PI / 180;

/** Metres: nobody is taller. */
const TALLEST = 2;

/** How much wider than the zone the picture is. */
export const ROOM = { usual: 1.08, far: 2.6 } as const;
export type Room = keyof typeof ROOM;

/** The least horizontal angle under which the zone is in the picture from feet to heads. */
const fieldOfView = (
  { near, width }: Pick<Mounting, 'near' | 'width'>,
  height: number,
  halfVertical: number,
  size: { readonly width: number; readonly height: number },
  room: number,
): number => {
  const across = width / 2 / Math.hypot(near, height - TALLEST);
  const upright = (Math.tan(halfVertical) * size.width) / size.height;
  return (2 * Math.atan(room * Math.max(across, upright))) / RADIANS;
};

const draw = (random: Random, room: number): Mounting => {
  const height = random.between(4, 10);
  const flattest = random.between(14, 40) * RADIANS;
  const far = (height - 1.6) / Math.tan(flattest);
  const near = far * random.between(0.3, 0.6);
  const width = Math.min(14, Math.max(4, far * random.between(0.5, 0.9)));
  const size = random.pick(SIZES);
  const [steep, flat] = [Math.atan2(height, near), Math.atan2(height - TALLEST, far)];
  const pitch = (steep + flat) / 2;
  const camera = createCamera({
    position: { x: 0, y: 0, z: height },
    lookAt: { x: 0, y: Math.cos(pitch), z: height - Math.sin(pitch) },
    fieldOfView: fieldOfView({ near, width }, height, (steep - flat) / 2, size, room),
    ...size,
  });
  const [left, right] = [-width / 2, width / 2];
  const zone: Coordinates[] = [
    [left, near],
    [right, near],
    [right, far],
    [left, far],
  ];
  return { camera, zone, near, far, width };
};

const LEAST_AREA = 20;

/**
 * Mounting number `index`: 4–10 m high, the heads at the zone's far edge seen 14–40° below the
 * horizon, a zone of 20 m² or more that fills the picture, or is a far part of it. The same
 * numbers give the same mounting.
 */
export const randomMounting = (seed: number, index: number, room: Room = 'usual'): Mounting => {
  const random = createRandom(mixSeed(seed, index, 0x6d6f756e));
  for (;;) {
    const mounting = draw(random, ROOM[room]);
    if (mounting.width * (mounting.far - mounting.near) >= LEAST_AREA) return mounting;
  }
};
