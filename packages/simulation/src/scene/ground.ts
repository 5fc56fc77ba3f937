import { blended, type Rgb, shaded } from '../appearance/colour.js';
import { createNoise } from './value-noise.js';

export type GroundKind = 'asphalt' | 'concrete' | 'slabs' | 'tiles' | 'wood' | 'grass' | 'carpet';

/** What the floor is made of. */
export interface Ground {
  readonly kind: GroundKind;
  readonly colour: Rgb;
  /** Side of a slab, tile or board, metres. */
  readonly module: number;
  readonly seed: number;
}

/** The colour of the floor at a place (m), seen with `footprint` metres per pixel. */
export type GroundColour = (x: number, y: number, footprint: number) => Rgb;

const jointed: Partial<Record<GroundKind, { joint: number; variety: number }>> = {
  slabs: { joint: 0.02, variety: 0.16 },
  tiles: { joint: 0.008, variety: 0.07 },
  wood: { joint: 0.006, variety: 0.25 },
  concrete: { joint: 0.012, variety: 0.05 },
};

const roughness: Readonly<Record<GroundKind, number>> = {
  asphalt: 0.3,
  concrete: 0.16,
  slabs: 0.16,
  tiles: 0.08,
  wood: 0.16,
  grass: 0.42,
  carpet: 0.14,
};

/**
 * Fine grain, stains metres wide, and joints between slabs. Detail finer than a pixel fades
 * out, so that far floor is calm and does not shimmer.
 */
export const groundColour = (ground: Ground): GroundColour => {
  const noise = createNoise(ground.seed);
  const { kind, colour, module } = ground;
  const rough = roughness[kind];
  const joints = jointed[kind];
  const dark = shaded(colour, 0.55);
  const length = kind === 'wood' ? module * 9 : module;
  return (x, y, footprint) => {
    const fine = (noise(x * 21, y * 21) - 0.5) * Math.max(0, 1 - footprint * 18);
    const middle = (noise(x * 4.3 + 90, y * 4.3) - 0.5) * Math.max(0, 1 - footprint * 3.5);
    const stain = noise(x * 0.42 + 31, y * 0.42) + noise(x * 0.11, y * 0.11 + 57) - 1;
    let brightness = 1 + rough * (fine + 0.7 * middle) + (0.12 + rough * 0.3) * stain;
    if (joints === undefined) return shaded(colour, brightness);
    const row = Math.floor(y / module);
    const shifted = kind === 'wood' || kind === 'slabs' ? x + (row % 3) * length * 0.37 : x;
    const column = Math.floor(shifted / length);
    brightness += joints.variety * (noise(column * 7.7 + 0.5, row * 5.3 + 0.5) - 0.5);
    const gap = Math.min(
      shifted - column * length,
      (column + 1) * length - shifted,
      y - row * module,
      (row + 1) * module - y,
    );
    const cover = Math.max(0, Math.min(1, (joints.joint + footprint - gap) / (footprint + 0.004)));
    const share = cover * Math.min(1, (2 * joints.joint) / (footprint + joints.joint));
    return blended(shaded(colour, brightness), dark, share * 0.8);
  };
};
