import { type Rgb, shaded, varied } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import type { Random } from '../random/random.js';
import type { Block } from '../scene/block.js';
import type { Ground, GroundKind } from '../scene/ground.js';
import { type Light, type LightMode, lightOf, type Spot } from '../scene/light.js';
import type { Marking, Scene } from '../scene/scene.js';

const grounds: Readonly<Record<GroundKind, readonly Rgb[]>> = {
  asphalt: [
    [84, 85, 88],
    [104, 103, 102],
    [64, 66, 70],
  ],
  concrete: [
    [148, 146, 140],
    [124, 124, 122],
    [168, 164, 156],
  ],
  slabs: [
    [152, 144, 134],
    [128, 126, 126],
    [164, 140, 122],
    [110, 112, 116],
  ],
  tiles: [
    [188, 182, 172],
    [160, 150, 136],
    [206, 204, 198],
  ],
  wood: [
    [142, 104, 70],
    [112, 84, 62],
  ],
  grass: [
    [84, 104, 56],
    [106, 112, 66],
  ],
  carpet: [
    [92, 40, 44],
    [50, 58, 82],
    [74, 74, 76],
  ],
};

const modules: Readonly<Record<GroundKind, readonly [number, number]>> = {
  asphalt: [1, 1],
  concrete: [2.5, 5],
  slabs: [0.4, 1],
  tiles: [0.3, 0.8],
  wood: [0.1, 0.18],
  grass: [1, 1],
  carpet: [1, 1],
};

const kinds: readonly GroundKind[] = [
  'asphalt',
  'concrete',
  'concrete',
  'slabs',
  'slabs',
  'tiles',
  'wood',
  'grass',
  'carpet',
];

const modes: readonly LightMode[] = ['day', 'overcast', 'overcast', 'indoor', 'indoor', 'stage'];

const glows: readonly Rgb[] = [
  [255, 80, 60],
  [80, 110, 255],
  [190, 80, 255],
  [255, 190, 80],
  [90, 255, 190],
  [255, 240, 220],
];

const furniture: readonly Rgb[] = [
  [60, 60, 64],
  [120, 116, 110],
  [176, 172, 166],
  [110, 74, 48],
  [40, 72, 54],
  [150, 52, 44],
  [44, 64, 110],
  [206, 200, 190],
];

const randomGround = (random: Random): Ground => {
  const kind = random.pick(kinds);
  const [low, high] = modules[kind];
  return {
    kind,
    colour: varied(shaded(random.pick(grounds[kind]), random.between(0.9, 1.35)), random, 9),
    module: random.between(low, high),
    seed: random.whole(0, 1_000_000),
  };
};

const randomSpot = (random: Random): Spot => ({
  x: random.between(-14, 14),
  y: random.between(3, 40),
  radius: random.between(3, 12),
  colour: random.pick(glows),
  strength: random.between(0.25, 0.75),
});

const randomLight = (random: Random): Light => {
  const plain = lightOf(random.pick(modes));
  const dim = random.between(0.86, 1);
  return {
    ...plain,
    tint: varied(
      [plain.tint[0] * dim, plain.tint[1] * dim, plain.tint[2] * dim],
      random,
      plain.mode === 'stage' ? 34 : 9,
    ),
    contrast: Math.min(1, plain.contrast * random.between(0.6, 1.3)),
    side: random.between(-0.9, 0.9),
    castLength: plain.castLength * random.between(0.3, 1.6),
    castHeading: random.between(0, 2 * Math.PI),
    spots:
      plain.mode === 'stage'
        ? Array.from({ length: random.whole(2, 7) }, () => randomSpot(random))
        : [],
    noise: plain.noise * random.between(0.4, 1.2),
  };
};

const randomMarking = (random: Random): Marking => {
  const [x, y] = [random.between(-10, 10), random.between(2, 30)];
  const heading = random.between(0, Math.PI);
  const length = random.between(2, 30);
  const colour: Rgb = random.chance(0.6) ? [220, 218, 210] : [206, 172, 64];
  return {
    line: [
      { x, y },
      { x: x + Math.cos(heading) * length, y: y + Math.sin(heading) * length },
    ],
    width: random.between(0.08, 0.3),
    colour,
  };
};

const boxAt = (random: Random, x: number, y: number, tall: number): Block => ({
  x,
  y,
  heading: random.between(0, Math.PI),
  width: random.between(0.4, 1.8),
  depth: random.between(0.3, 0.9),
  height: tall,
  colour: varied(random.pick(furniture), random, 16),
});

/** A row of crowd-control barriers. */
const barrierRow = (random: Random): Block[] => {
  const heading = random.between(-0.4, 0.4) + (random.chance(0.5) ? Math.PI / 2 : 0);
  const [x, y] = [random.between(-8, 8), random.between(4, 24)];
  const colour = varied([128, 130, 134], random, 20);
  return Array.from({ length: random.whole(2, 8) }, (_, index) => ({
    x: x + Math.cos(heading) * index * 2.2,
    y: y + Math.sin(heading) * index * 2.2,
    heading,
    width: 2,
    depth: 0.06,
    height: 0.12,
    base: 0.95,
    colour,
  }));
};

const backWall = (random: Random, distance: number): Block[] => {
  const colour = varied(random.pick(furniture), random, 10);
  const height = random.between(2.5, 8);
  return Array.from({ length: 24 }, (_, index) => ({
    x: (index - 11.5) * 5,
    y: distance,
    heading: 0,
    width: index % 3 === 1 ? 4.9 : 5.02,
    depth: 0.4,
    height: index % 3 === 1 ? height * 0.96 : height,
    colour: index % 3 === 1 ? varied(colour, random, 8) : colour,
  }));
};

export interface RandomScene {
  readonly scene: Scene;
  /** Metres ahead of the camera beyond which nobody stands. */
  readonly farthest: number;
}

/** A place that doesn't exist: floor, light, marks, a wall behind and things standing about. */
export const randomScene = (random: Random, camera: Camera, empty: boolean): RandomScene => {
  const wallAt = random.between(18, 60);
  const walled = random.chance(0.6);
  const things = random.whole(0, empty ? 14 : 5);
  const props = Array.from({ length: things }, () =>
    boxAt(random, random.between(-11, 11), random.between(3, 26), random.between(0.4, 1.2)),
  );
  if (random.chance(0.35)) props.push(...barrierRow(random));
  const walls = walled ? backWall(random, wallAt) : [];
  if (empty) {
    const pillars = Array.from({ length: random.whole(0, 4) }, () =>
      boxAt(random, random.between(-9, 9), random.between(8, 24), random.between(2.2, 5)),
    );
    walls.push(...pillars);
  }
  const light = randomLight(random);
  const dark = light.mode === 'stage';
  return {
    farthest: Math.min(walled ? wallAt - 0.6 : 70, (camera.focalLength * 0.21) / 4.6),
    scene: {
      ground: randomGround(random),
      markings: Array.from({ length: random.whole(0, 6) }, () => randomMarking(random)),
      walls,
      props,
      backdrop: {
        above: dark ? [24, 22, 30] : varied([176, 190, 206], random, 14),
        horizon: varied(dark ? [44, 40, 52] : [150, 152, 152], random, 12),
      },
      light,
    },
  };
};
