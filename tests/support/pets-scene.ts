import { readFileSync } from 'node:fs';
import { toPolygon, type VenueDefinition } from '@throng/contract';
import { containsPoint } from '@throng/crowd';
import { sharedData } from '../reference/support/shared-data.js';

/** PETS 2009 S1.L1, view 1: 5 to 34 walkers on a campus path, everyone's place on the ground known. */
export const PETS = 'pets2009-s1l1';

interface Truth {
  readonly video: string;
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly camera_position_m: readonly [number, number, number];
  readonly calibration_pairs: readonly {
    readonly pixel: readonly [number, number];
    readonly ground: readonly [number, number];
  }[];
  readonly frames: readonly {
    readonly people: readonly { readonly ground: readonly [number, number] }[];
  }[];
}

const readTruth = (): Truth => JSON.parse(readFileSync(sharedData(PETS, 'truth.json'), 'utf8'));

/** Where the walkers are, metres in the recording's own plane; all of it is in the picture. */
const PATH: [number, number][] = [
  [-14, -16],
  [-4.5, -16],
  [-4.5, 9],
  [-14, 9],
];

/** The scene as one zone of a venue, and what is known of it. */
export const petsScene = () => {
  const truth = readTruth();
  const zone = toPolygon(PATH);
  const venue = (edge: string): VenueDefinition => ({
    id: 'campus',
    name: 'Campus',
    zones: [{ id: 'path', name: 'Path', kind: 'walkway', polygon: PATH }],
    passages: [],
    cameras: [{ id: 'view-1', name: 'View 1', edge, area: PATH }],
  });
  return {
    venue,
    video: sharedData(PETS, truth.video),
    seconds: truth.frames.length / truth.fps,
    calibration: {
      imageSize: [truth.width, truth.height],
      pairs: truth.calibration_pairs,
      cameraPosition: truth.camera_position_m,
    },
    /** Persons truly in the zone, frame by frame. */
    persons: truth.frames.map(
      ({ people }) => people.filter(({ ground: [x, y] }) => containsPoint(zone, { x, y })).length,
    ),
  };
};
