import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, LIMITS, ok, parseVenue, type Result, type VenueDefinition } from '@throng/contract';
import type { OwnCamera } from '../options.js';
import type { EdgeCamera } from '../settings-files.js';
import { assumedView } from './assumed-view.js';
import { pictureSize } from './picture-size.js';

/** All that is needed to run the product on one camera of the user's. */
export interface OwnCameraPlan {
  readonly venue: VenueDefinition;
  readonly camera: EdgeCamera;
  readonly edge: string;
  readonly cellSize: number;
}

const EDGE = 'this-machine';
const CAMERA = 'own-camera';
const FRAMES_PER_SECOND = 4;

const isAddress = (source: string): boolean => /^[a-z]+:\/\//i.test(source);

/** npm runs scripts from the project's root and keeps the folder the user typed the command in. */
const fileOf = (source: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), source);

/** Looks at the camera once and plans a venue of what it would see, were it hung as told. */
export const planOwnCamera = async (
  own: OwnCamera,
): Promise<Result<OwnCameraPlan, 'cannot-open' | 'sees-no-floor' | 'no-such-file'>> => {
  const source = isAddress(own.source) ? own.source : fileOf(own.source);
  if (!isAddress(own.source) && !(await stat(source).catch(() => undefined))?.isFile()) {
    return fail('no-such-file', `--source "${own.source}": there is no such file (${source})`);
  }
  const size = await pictureSize(source);
  if (!size.ok) return size;
  const { width, height } = size.value;
  const view = assumedView({ ...own, imageWidth: width, imageHeight: height });
  if (!view.ok) return view;
  const { ground, pairs, cameraPosition } = view.value;
  const venue = parseVenue({
    id: 'own-venue',
    name: 'Your camera',
    zones: [{ id: 'in-view', name: 'In view', kind: 'walkway', polygon: ground }],
    passages: [],
    cameras: [{ id: CAMERA, name: 'Your camera', edge: EDGE, area: ground }],
  });
  if (!venue.ok) {
    const [first] = venue.faults;
    return fail('sees-no-floor', `The assumed view is no floor plan: ${first?.message ?? ''}`);
  }
  return ok({
    venue: venue.value,
    edge: EDGE,
    cellSize: cellSizeFor(ground),
    camera: {
      id: CAMERA,
      source,
      framesPerSecond: FRAMES_PER_SECOND,
      loop: !isAddress(own.source),
      width: Math.max(320, Math.min(960, Math.floor(width / 32) * 32)),
      calibration: { imageSize: [width, height], pairs, cameraPosition },
    },
  });
};

/** Metres: 1 m, or what keeps the ground within the cells that a window may hold. */
const cellSizeFor = (ground: readonly (readonly [number, number])[]): number => {
  const span = (axis: 0 | 1) => {
    const values = ground.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(1, Math.ceil(Math.sqrt((span(0) * span(1)) / (LIMITS.cellsPerWindow * 0.8))));
};
