import type { SKRSContext2D } from '@napi-rs/canvas';
import { css } from '../appearance/colour.js';
import type { Figure } from './figure.js';

/** Pixels per metre from which a print can be told from its cloth. */
const SHOWS_FROM = 14;

/** Stripes, a badge on chest or back, or an open jacket with the shirt below; under the shading. */
export const drawPrint = (context: SKRSContext2D, figure: Figure): void => {
  const { look, shoulders, hips, shoulderBlot: top, hipBlot: bottom, scale, facing } = figure;
  if (look.print === 'plain' || scale < SHOWS_FROM) return;
  const across = (share: number) => ({
    x: shoulders.x + (hips.x - shoulders.x) * share,
    y: shoulders.y + (hips.y - shoulders.y) * share,
    half: (top.a + (bottom.a - top.a) * share) * 0.92,
  });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = css(look.printColour, 0.85);
  if (look.print === 'stripes') {
    const thick = Math.max(0.6, 0.035 * scale);
    for (const share of [0.2, 0.36, 0.52, 0.68, 0.84]) {
      const { x, y, half } = across(share);
      context.fillRect(x - half, y, 2 * half, thick);
    }
    return;
  }
  if (Math.abs(facing) < 0.25) return;
  if (look.print === 'badge') {
    const { x, y, half } = across(0.34);
    const tall = Math.abs(hips.y - shoulders.y) * 0.34;
    context.fillRect(x - half * 0.45, y - tall / 2, half * 0.9, tall);
    return;
  }
  if (facing < 0) return;
  const [collar, hem] = [across(0), across(0.98)];
  context.beginPath();
  context.moveTo(collar.x - collar.half * 0.2, collar.y);
  context.lineTo(collar.x + collar.half * 0.2, collar.y);
  context.lineTo(hem.x + hem.half * 0.38, hem.y);
  context.lineTo(hem.x - hem.half * 0.3, hem.y);
  context.fill();
};
