import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, type Rgb, shadeOf } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { along, type Vector } from '../camera/vector.js';
import { drawBackpack, drawSkirt, drawTrunk } from './draw-figure.js';
import { drawHead } from './draw-head.js';
import type { Figure } from './figure.js';
import type { Paints } from './paints.js';

/** Pixels per metre from which shoes and forearms are more than a pixel wide. */
const DETAIL_SCALE = 20;

/** A person some tens of pixels tall: pairs of limbs in one stroke, a third of the cost. */
export const drawFarFigure = (
  context: SKRSContext2D,
  camera: Camera,
  figure: Figure,
  paints: Paints,
): void => {
  const { look, body, facing } = figure;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setTransform(1, 0, 0, 1, 0, 0);
  const strokes = (lines: readonly (readonly Vector[])[], thickness: number, colour: Rgb): void => {
    context.beginPath();
    for (const line of lines) {
      line.forEach((joint, index) => {
        const seen = camera.project(joint);
        if (!seen) return;
        if (index === 0) context.moveTo(seen.x, seen.y);
        else context.lineTo(seen.x, seen.y);
      });
    }
    context.lineWidth = thickness * figure.scale;
    context.strokeStyle = css(colour);
    context.stroke();
  };

  strokes(
    body.legs.map(({ joints }) => joints),
    0.145,
    shadeOf(look.legs, 0.9),
  );
  if (figure.scale > DETAIL_SCALE) {
    strokes(
      body.legs.map(({ joints: [, , ankle] }) => [ankle, along(ankle, body.ahead, 0.13)]),
      0.09,
      look.shoe,
    );
    strokes(
      body.arms.map(({ joints: [, elbow, hand] }) => [elbow, hand]),
      0.08,
      look.longSleeves ? shadeOf(look.top, 0.85) : shadeOf(look.skin, 0.85),
    );
  }
  strokes(
    body.arms.map(({ joints: [shoulder, elbow] }) => [shoulder, elbow]),
    0.105,
    shadeOf(look.top, 0.85),
  );
  if (look.skirt) drawSkirt(context, figure);
  drawTrunk(context, figure, paints);
  if (look.backpack && facing <= 0) drawBackpack(context, camera, figure, look.backpack, paints);
  drawHead(context, camera, figure, paints);
};
