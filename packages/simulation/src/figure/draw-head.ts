import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, shadeOf } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { along, type Vector } from '../camera/vector.js';
import { type Blot, ellipsoidBlot, fillBlot } from './ellipsoid.js';
import { axesOf, type Figure } from './figure.js';
import type { Paints } from './paints.js';

const up: Vector = { x: 0, y: 0, z: 1 };

/** A lump on the head, its centre moved from the head's by metres ahead and up. */
const lump = (
  camera: Camera,
  { body }: Figure,
  ahead: number,
  above: number,
  radii: readonly number[],
): Blot | undefined => {
  const centre = camera.project(along(along(body.head, body.ahead, ahead), up, above));
  return centre && ellipsoidBlot(camera, centre, axesOf(body), radii);
};

/** Pixels of half a head's width from which a face shows. */
const FACE_FROM = 5;

/** Eyes, brows and mouth as soft dark marks: what is left of a face from above. */
const drawFace = (context: SKRSContext2D, camera: Camera, figure: Figure): void => {
  const { body, look, head } = figure;
  const mark = (aside: number, above: number, size: number): void => {
    const place = along(along(along(body.head, body.ahead, 0.09), body.left, aside), up, above);
    const seen = camera.project(place);
    if (!seen) return;
    const radius = size * seen.scale;
    fillBlot(
      context,
      { x: seen.x, y: seen.y, a: radius, b: 0, c: radius * 0.6 },
      css(shadeOf(look.skin, 0.42), 0.75),
    );
  };
  mark(0.033, 0.008, 0.017);
  mark(-0.033, 0.008, 0.017);
  mark(0, -0.06, 0.022);
  if (head.a > 2 * FACE_FROM) mark(0, -0.025, 0.012);
};

/** Neck, skin, hair or hat, and one shading over all of it. */
export const drawHead = (
  context: SKRSContext2D,
  camera: Camera,
  figure: Figure,
  paints: Paints,
): void => {
  const { look, head, facing } = figure;
  const hair = css(look.hair);
  const tail =
    look.hairCut === 'long'
      ? lump(camera, figure, -0.055, -0.09, [0.085, 0.06, 0.15])
      : look.hairCut === 'tied'
        ? lump(camera, figure, -0.12, -0.02, [0.035, 0.045, 0.075])
        : undefined;
  if (tail && facing > 0) fillBlot(context, tail, hair);
  fillBlot(context, head, css(look.skin));
  if (facing > 0.2 && head.a > FACE_FROM) drawFace(context, camera, figure);
  if (look.hairCut !== 'bald' || look.headwear !== 'none') {
    const cap = lump(camera, figure, -0.03, 0.04, [0.087, 0.09, 0.089]);
    if (cap) fillBlot(context, cap, hair);
  }
  if (tail && facing <= 0) fillBlot(context, tail, hair);
  drawHeadwear(context, camera, figure);
  fillBlot(context, { ...head, a: head.a * 1.06, c: head.c * 1.06 }, paints.ball);
};

const drawHeadwear = (context: SKRSContext2D, camera: Camera, figure: Figure): void => {
  const { look } = figure;
  if (look.headwear === 'none') return;
  const colour = css(look.headwearColour);
  const dark = css(shadeOf(look.headwearColour, 0.7));
  if (look.headwear === 'brim') {
    const brim = lump(camera, figure, 0, 0.055, [0.17, 0.18, 0.012]);
    if (brim) fillBlot(context, brim, dark);
  }
  if (look.headwear === 'cap') {
    const peak = lump(camera, figure, 0.1, 0.045, [0.075, 0.09, 0.012]);
    if (peak) fillBlot(context, peak, dark);
  }
  const deep = look.headwear === 'hood' ? 0.0 : 0.045;
  const crown = lump(camera, figure, -0.02, deep, [
    0.098,
    0.108,
    look.headwear === 'hood' ? 0.135 : 0.09,
  ]);
  if (crown) fillBlot(context, crown, colour);
};
