import type { Coordinates } from '@throng/contract';
import { type Camera, createCamera } from '../camera/camera.js';

/** How a camera hangs over a rectangle of ground whose people are counted. */
export interface Mounting {
  readonly name: string;
  /** Of the lens above the ground, metres. */
  readonly height: number;
  /** Ground distance from the camera's foot point to the zone's near and far edge, metres. */
  readonly near: number;
  readonly far: number;
  /** Of the zone, across the line of sight, metres. */
  readonly width: number;
  /** Horizontal, degrees. */
  readonly fieldOfView: number;
  readonly size: { readonly width: number; readonly height: number };
}

const small = { width: 640, height: 384 };
const medium = { width: 768, height: 448 };
const large = { width: 1024, height: 576 };

/** From a low camera close by to a high one far away; names tell height and far edge in metres. */
export const MOUNTINGS: readonly Mounting[] = [
  { name: 'h4-9m', height: 4, near: 3, far: 9, width: 6, fieldOfView: 80, size: small },
  { name: 'h5-13m', height: 5, near: 4, far: 13, width: 8, fieldOfView: 72, size: medium },
  { name: 'h6-14m', height: 6, near: 4, far: 14, width: 10, fieldOfView: 76, size: small },
  { name: 'h7-17m', height: 7, near: 6, far: 17, width: 10, fieldOfView: 62, size: medium },
  { name: 'h7-26m', height: 7, near: 14, far: 26, width: 12, fieldOfView: 48, size: large },
  { name: 'h8-11m', height: 8, near: 3, far: 11, width: 8, fieldOfView: 66, size: small },
  { name: 'h10-16m', height: 10, near: 4, far: 16, width: 12, fieldOfView: 78, size: medium },
  { name: 'h10-24m', height: 10, near: 10, far: 24, width: 14, fieldOfView: 56, size: large },
];

/** The camera over the origin that looks along +y at the middle of its zone's picture. */
export const mountedCamera = ({ height, near, far, fieldOfView, size }: Mounting): Camera => {
  // The middle between the angles to the near edge's feet and the far edge's heads.
  const steep = Math.atan2(height, near);
  const flat = Math.atan2(height - 2, far);
  const pitch = (steep + flat) / 2;
  return createCamera({
    position: { x: 0, y: 0, z: height },
    lookAt: { x: 0, y: Math.cos(pitch), z: height - Math.sin(pitch) },
    fieldOfView,
    ...size,
  });
};

/** The rectangle whose people are counted. */
export const mountedZone = ({ near, far, width }: Mounting): Coordinates[] => [
  [-width / 2, near],
  [width / 2, near],
  [width / 2, far],
  [-width / 2, far],
];
