import type { Rgb } from '../appearance/colour.js';

export type LightMode = 'day' | 'overcast' | 'indoor' | 'stage';

/** A spot that brightens or colours part of the floor. Metres on the plan. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: Rgb;
  /** 0 … 1 */
  readonly strength: number;
}

/** How a scene is lit. */
export interface Light {
  readonly mode: LightMode;
  /** Multiplied over the whole image: white changes nothing. */
  readonly tint: Rgb;
  /** 0 … 1: how hard bodies are modelled. */
  readonly contrast: number;
  /** −1 … 1: from which side of the image the light falls. */
  readonly side: number;
  /** Darkness of shadows, 0 … 1. */
  readonly shadow: number;
  /** Length of a cast shadow per metre of stature; 0 for none. */
  readonly castLength: number;
  /** Radians on the plan. */
  readonly castHeading: number;
  readonly spots: readonly Spot[];
  /** Strength of the sensor's noise, 0 … 1. */
  readonly noise: number;
}

const lights: Readonly<Record<LightMode, Light>> = {
  day: {
    mode: 'day',
    tint: [255, 250, 240],
    contrast: 0.8,
    side: 0.6,
    shadow: 0.5,
    castLength: 1.1,
    castHeading: 2.4,
    spots: [],
    noise: 0.1,
  },
  overcast: {
    mode: 'overcast',
    tint: [236, 240, 246],
    contrast: 0.25,
    side: 0,
    shadow: 0.32,
    castLength: 0,
    castHeading: 0,
    spots: [],
    noise: 0.12,
  },
  indoor: {
    mode: 'indoor',
    tint: [238, 232, 218],
    contrast: 0.5,
    side: -0.3,
    shadow: 0.4,
    castLength: 0,
    castHeading: 0,
    spots: [],
    noise: 0.2,
  },
  stage: {
    mode: 'stage',
    tint: [92, 88, 118],
    contrast: 0.9,
    side: 0.4,
    shadow: 0.5,
    castLength: 0,
    castHeading: 0,
    spots: [],
    noise: 0.4,
  },
};

/** A plain light of the kind; spread it and change what the scene needs. */
export const lightOf = (mode: LightMode): Light => lights[mode];
