import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, type Rgb, shadeOf } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { along, dot, type Vector } from '../camera/vector.js';
import type { Limb } from './body.js';
import { drawHead } from './draw-head.js';
import { drawPrint } from './draw-print.js';
import { ellipsoidBlot, fillBlot } from './ellipsoid.js';
import { axesOf, type Figure } from './figure.js';
import type { Paints } from './paints.js';

/** Draws one person: what is farther from the camera first. */
export const drawFigure = (
  context: SKRSContext2D,
  camera: Camera,
  figure: Figure,
  paints: Paints,
): void => {
  const { look, body } = figure;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const nearSide = dot(body.left, camera.forward) < 0 ? 1 : -1;
  const farFirst = (limbs: readonly Limb[]) =>
    [...limbs].sort((a) => (a.side === nearSide ? 1 : -1));

  for (const leg of farFirst(body.legs)) {
    const shade = leg.side === nearSide ? 1 : 0.72;
    drawLimb(context, camera, leg.joints, 0.15, shadeOf(look.legs, shade));
    drawShoe(context, camera, figure, leg.joints[2]);
  }
  const [farArm, nearArm] = farFirst(body.arms);
  if (farArm) drawArm(context, camera, figure, farArm, 0.75);
  const packBehind = figure.facing > 0;
  if (look.backpack && packBehind) drawBackpack(context, camera, figure, look.backpack, paints);
  if (look.skirt) drawSkirt(context, figure);
  drawTrunk(context, figure, paints);
  if (look.backpack && !packBehind) drawBackpack(context, camera, figure, look.backpack, paints);
  if (nearArm) drawArm(context, camera, figure, nearArm, 0.95);
  drawLimb(
    context,
    camera,
    [body.neck, along(body.head, body.ahead, -0.02)],
    0.115,
    shadeOf(look.skin, 0.72),
  );
  drawHead(context, camera, figure, paints);
};

const drawLimb = (
  context: SKRSContext2D,
  camera: Camera,
  joints: readonly Vector[],
  thickness: number,
  colour: Rgb,
): void => {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  let scale = 0;
  joints.forEach((joint, index) => {
    const seen = camera.project(joint);
    if (!seen) return;
    scale = seen.scale;
    if (index === 0) context.moveTo(seen.x, seen.y);
    else context.lineTo(seen.x, seen.y);
  });
  context.lineWidth = thickness * scale;
  context.strokeStyle = css(colour);
  context.stroke();
  if (thickness * scale < 5) return;
  context.lineWidth = thickness * scale * 0.4;
  context.strokeStyle = css(shadeOf(colour, 1.18), 0.6);
  context.stroke();
};

const drawShoe = (context: SKRSContext2D, camera: Camera, figure: Figure, ankle: Vector): void => {
  const { look, body } = figure;
  const heel = { ...along(ankle, body.ahead, -0.03), z: Math.max(0.03, ankle.z - 0.03) };
  const toe = { ...along(heel, body.ahead, 0.17), z: heel.z };
  drawLimb(context, camera, [heel, toe], 0.09, look.shoe);
};

const drawArm = (
  context: SKRSContext2D,
  camera: Camera,
  { look }: Figure,
  arm: Limb,
  shade: number,
): void => {
  const [shoulder, elbow, hand] = arm.joints;
  const sleeve = shadeOf(look.top, shade);
  drawLimb(
    context,
    camera,
    [elbow, hand],
    0.075,
    look.longSleeves ? sleeve : shadeOf(look.skin, shade),
  );
  drawLimb(context, camera, [shoulder, elbow], 0.105, sleeve);
  drawLimb(context, camera, [hand, hand], 0.085, shadeOf(look.skin, shade));
};

/** Pixels per metre from which shoulders overlap the sleeves visibly. */
const SLEEVES_SHOW = 40;

/** From the shoulders over the waist to the hips; then the shoulders from above. */
export const drawTrunk = (context: SKRSContext2D, figure: Figure, paints: Paints): void => {
  const { look, hips, waist, shoulders, shoulderBlot: top, hipBlot: bottom } = figure;
  const waistHalf = (top.a * 0.78 + bottom.a) / 2;
  const sag = bottom.c;
  const trace = (): void => {
    context.beginPath();
    context.moveTo(shoulders.x - top.a, shoulders.y);
    context.quadraticCurveTo(waist.x - waistHalf, waist.y, hips.x - bottom.a, hips.y);
    context.quadraticCurveTo(hips.x, hips.y + sag * 1.6, hips.x + bottom.a, hips.y);
    context.quadraticCurveTo(waist.x + waistHalf, waist.y, shoulders.x + top.a, shoulders.y);
    context.quadraticCurveTo(
      shoulders.x,
      shoulders.y - top.c * 1.2,
      shoulders.x - top.a,
      shoulders.y,
    );
  };
  context.setTransform(1, 0, 0, 1, 0, 0);
  trace();
  context.fillStyle = css(look.top);
  context.fill();
  drawPrint(context, figure);
  const centre = (shoulders.x + hips.x) / 2;
  const half = Math.max(top.a, bottom.a) + Math.abs(shoulders.x - hips.x) / 2;
  context.setTransform(half, 0, 0, 1, centre, 0);
  context.fillStyle = paints.trunk;
  context.fill();
  if (figure.scale > SLEEVES_SHOW) fillBlot(context, top, css(look.top));
  fillBlot(context, top, paints.shoulders);
};

export const drawSkirt = (context: SKRSContext2D, figure: Figure): void => {
  const { hips, feet, hipBlot, look } = figure;
  const hem = { x: hips.x + (feet.x - hips.x) * 0.45, y: hips.y + (feet.y - hips.y) * 0.45 };
  const half = hipBlot.a * 1.35;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.moveTo(hips.x - hipBlot.a, hips.y - hipBlot.c);
  context.lineTo(hem.x - half, hem.y);
  context.quadraticCurveTo(hem.x, hem.y + hipBlot.c * 1.8, hem.x + half, hem.y);
  context.lineTo(hips.x + hipBlot.a, hips.y - hipBlot.c);
  context.fillStyle = css(shadeOf(look.legs, 0.9));
  context.fill();
};

export const drawBackpack = (
  context: SKRSContext2D,
  camera: Camera,
  figure: Figure,
  colour: Rgb,
  paints: Paints,
): void => {
  const { body, look } = figure;
  const centre = camera.project({
    ...along(body.shoulders, body.ahead, -0.19),
    z: look.stature * 0.7,
  });
  if (!centre) return;
  const blot = ellipsoidBlot(camera, centre, axesOf(body), [0.145, 0.085, 0.2]);
  fillBlot(context, blot, css(shadeOf(colour, 0.85)));
  fillBlot(context, blot, paints.shoulders);
  const pocket = { ...blot, y: blot.y + blot.c * 0.35, a: blot.a * 0.7, b: 0, c: blot.c * 0.4 };
  fillBlot(context, pocket, css(shadeOf(colour, 0.62)));
};
