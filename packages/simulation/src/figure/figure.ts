import type { Appearance } from '../appearance/appearance.js';
import type { Camera, Projected } from '../camera/camera.js';
import { dot, type Vector } from '../camera/vector.js';
import { type Body, bodyOf } from './body.js';
import { type Blot, ellipsoidBlot } from './ellipsoid.js';
import type { Stance } from './stance.js';

/** A person as seen by one camera: what is drawn and what an annotator would mark. */
export interface Figure {
  readonly id: number;
  readonly look: Appearance;
  readonly body: Body;
  /** Metres along the optical axis: the painter's order. */
  readonly depth: number;
  /** Pixels per metre at the shoulders. */
  readonly scale: number;
  readonly feet: Projected;
  readonly hips: Projected;
  readonly waist: Projected;
  readonly shoulders: Projected;
  readonly head: Blot;
  readonly shoulderBlot: Blot;
  readonly hipBlot: Blot;
  /** −1 … 1: how far the face is turned to the camera. */
  readonly facing: number;
}

const up: Vector = { x: 0, y: 0, z: 1 };

/** Half-axes of a head without hair, metres: aside, ahead, up. Mean adult breadth 0.155, length 0.195, height 0.23. */
const HEAD: readonly number[] = [0.08, 0.098, 0.118];

/** The axes in which head and trunk radii are given: left, ahead, up. */
export const axesOf = (body: Body): readonly Vector[] => [body.left, body.ahead, up];

/** Undefined for someone behind the camera or too near to be drawn. */
export const figureOf = (camera: Camera, stance: Stance, look: Appearance): Figure | undefined => {
  const body = bodyOf(look, stance);
  const feet = camera.project(body.feet);
  const hips = camera.project(body.hips);
  const waist = camera.project(body.waist);
  const shoulders = camera.project(body.shoulders);
  const headCentre = camera.project(body.head);
  if (!feet || !hips || !waist || !shoulders || !headCentre) return undefined;
  if (headCentre.depth < 1) return undefined;
  const axes = axesOf(body);
  const half = look.shoulderBreadth / 2;
  const size = 0.94 + (look.stature - 1.5) * 0.2;
  return {
    id: stance.id,
    look,
    body,
    depth: feet.depth,
    scale: shoulders.scale,
    feet,
    hips,
    waist,
    shoulders,
    head: ellipsoidBlot(
      camera,
      headCentre,
      axes,
      HEAD.map((radius) => radius * size),
    ),
    shoulderBlot: ellipsoidBlot(camera, shoulders, axes, [half, look.girth * 0.52, 0.055]),
    hipBlot: ellipsoidBlot(camera, hips, axes, [half * 0.74, look.girth * 0.55, 0.03]),
    facing: -dot(body.ahead, camera.forward),
  };
};
