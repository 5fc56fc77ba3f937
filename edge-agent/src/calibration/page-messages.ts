import type { Calibration } from '../settings/calibration-settings.js';

/** What the page and its server say to each other, as JSON. */

type Pixel = readonly [number, number];

/** A calibration as the page edits it; the server knows the rest. */
export type Draft = Omit<Calibration, 'imageSize' | 'calibratedAt' | 'calibratedBy'>;

export interface StillNote {
  readonly width: number;
  readonly height: number;
  /** Milliseconds since 1970. */
  readonly capturedAt: number;
}

/** `GET /api/start` */
export interface StartMessage {
  readonly camera: { readonly id: string; readonly name: string };
  readonly venue: {
    readonly name: string;
    readonly zones: readonly { readonly name: string; readonly polygon: readonly Pixel[] }[];
    readonly walls: readonly (readonly Pixel[])[];
  };
  /** The ground that the camera answers for. */
  readonly area: readonly Pixel[];
  readonly draft: Draft;
  readonly size: readonly [number, number];
  /** Null while the camera shows no picture; `stillFault` says why. */
  readonly still: StillNote | null;
  readonly stillFault: string;
  readonly calibratedAt: string | null;
  readonly calibratedBy: string;
}

/** `POST /api/place`: what a place of the picture or of the plan means in the other. */
export interface PlaceMessage {
  /** Metres of the plan. */
  readonly ground: Pixel;
  readonly foot: Pixel | null;
  /** Where the head of somebody who stands there is seen. */
  readonly head: Pixel | null;
  /** Where somebody stands whose head is in that pixel. */
  readonly underHead: Pixel | null;
  readonly distance: number;
  readonly expectedMetres: number;
}

/** Any request that was refused, and why. */
export interface FaultMessage {
  readonly fault: string;
}
