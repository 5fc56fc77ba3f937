import type { Point } from '@throng/crowd';
import type { Rgb } from '../appearance/colour.js';
import type { Block } from './block.js';
import type { Ground } from './ground.js';
import type { Light } from './light.js';

/** Paint on the floor: a line, an arrow's shaft, the edge of a lane. Metres. */
export interface Marking {
  readonly line: readonly Point[];
  readonly width: number;
  readonly colour: Rgb;
}

/** Everything a camera sees besides people. */
export interface Scene {
  readonly ground: Ground;
  readonly markings: readonly Marking[];
  /** Walls and whatever else stands behind everybody. */
  readonly walls: readonly Block[];
  /** Low or narrow things people walk behind: barriers, tables, pillars. */
  readonly props: readonly Block[];
  /** What shows above the floor's far end. */
  readonly backdrop: { readonly above: Rgb; readonly horizon: Rgb };
  readonly light: Light;
}
