import type { Point } from '@throng/crowd';

/** A pair that does not fit what the others say. */
export interface PairAssessment {
  /** Distance between the marked and the found place, metres. */
  readonly residualMetres: number;
  /** The same where the others alone say where it should be; null where they are too few. */
  readonly unseenMetres: number | null;
  /** The one pair without which the others agree. */
  readonly isSuspect: boolean;
}

export interface LengthAssessment {
  readonly metres: number;
  readonly foundMetres: number;
}

/** How far a place on the ground may be off, at one distance from the camera. */
export interface ErrorAtDistance {
  /** From the camera's foot point, metres. */
  readonly distance: number;
  /** Metres on the ground per pixel along and across the line of sight. */
  readonly radialPerPixel: number;
  readonly lateralPerPixel: number;
  /** Clicking errors of all marks and one of the foot together, metres (one standard deviation). */
  readonly expectedMetres: number;
}

/** One square of ground and the error to expect on it. */
export interface ErrorCell {
  readonly x: number;
  readonly y: number;
  readonly metres: number;
}

export interface LensAssessment {
  readonly k1: number;
  readonly k2: number;
  /** How far the lens moves the corner of the picture, pixels. */
  readonly cornerPixels: number;
}

/** All that a calibration amounts to, for a page and for a terminal. Numbers in metres and pixels. */
export interface Assessment {
  readonly ok: true;
  readonly method: 'pairs' | 'lengths';
  readonly pairs: readonly PairAssessment[];
  readonly lengths: readonly LengthAssessment[];
  readonly standing: readonly LengthAssessment[];
  readonly rmsMetres: number;
  readonly rmsPixels: number;
  readonly camera: {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly isMeasured: boolean;
    readonly focalPixels: number | null;
    /** Horizontal angle of view, degrees. */
    readonly fieldOfView: number | null;
    /** Degrees below the horizon. */
    readonly tilt: number | null;
  };
  /** The horizon as the picture shows it; empty where it is out of sight. */
  readonly horizon: readonly Point[];
  /** Ground distance at which a pixel of a working frame spans 0.25 m along the line of sight. */
  readonly reachMetres: number | null;
  readonly errors: readonly ErrorAtDistance[];
  readonly lens: LensAssessment | null;
  readonly warnings: readonly string[];
  /** Square metres of the camera's area that it sees from head to foot, and of all of it. */
  readonly seenArea: number;
  readonly wholeArea: number;
  readonly grid: readonly GridLine[];
  readonly errorMap: { readonly cellSize: number; readonly cells: readonly ErrorCell[] };
  /** What the camera sees of the ground, metres. */
  readonly view: readonly Point[];
}

/** A line of the ground at whole metres, as the picture shows it. */
export interface GridLine {
  /** Every fifth line is drawn stronger. */
  readonly isMajor: boolean;
  readonly points: readonly Point[];
}

/** Why there is nothing to show yet, and the remedy. */
export interface Unsolved {
  readonly ok: false;
  readonly message: string;
}
