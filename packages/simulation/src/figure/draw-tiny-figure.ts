import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, shadeOf } from '../appearance/colour.js';
import type { Camera } from '../camera/camera.js';
import { fillBlot } from './ellipsoid.js';
import type { Figure } from './figure.js';

/** A person of some twenty pixels: legs, trunk, and a head with its hair; nothing else would show. */
export const drawTinyFigure = (
  context: SKRSContext2D,
  _camera: Camera,
  { look, hips, feet, shoulders, shoulderBlot, head, scale, facing }: Figure,
): void => {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.lineCap = 'round';
  const stroke = (from: typeof hips, to: typeof hips, width: number, colour: string): void => {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  };
  stroke(hips, feet, 0.24 * scale, css(shadeOf(look.legs, 0.9)));
  stroke(shoulders, hips, 1.5 * shoulderBlot.a, css(shadeOf(look.top, 0.86)));
  const crown = look.headwear === 'none' ? look.hair : look.headwearColour;
  const covering = look.hairCut === 'bald' && look.headwear === 'none' ? look.skin : crown;
  if (facing > 0) {
    fillBlot(context, head, css(look.skin));
    fillBlot(context, { ...head, y: head.y - head.c * 0.4, c: head.c * 0.7 }, css(covering));
  } else {
    fillBlot(context, head, css(shadeOf(covering, 0.9)));
  }
};
