import { describe, expect, it } from 'vitest';
import {
  activeShare,
  disagreement,
  pictureStatistics,
} from '../../../../packages/inference/src/drift/frame-observation.js';

const picture = (width: number, height: number, grey: (x: number, y: number) => number) => {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    pixels.fill(grey(at % width, Math.floor(at / width)), at * 3, at * 3 + 3);
  }
  return { width, height, pixels };
};

describe('[U] what is watched of a frame', () => {
  it('is its brightness, from black to white, whatever its size', () => {
    for (const [width, height] of [
      [1, 1],
      [2, 1],
      [31, 17],
      [640, 360],
    ] as const) {
      expect(pictureStatistics(picture(width, height, () => 0)).brightness).toBe(0);
      if (width > 1) {
        const white = pictureStatistics(picture(width, height, () => 255)).brightness;
        expect(white).toBeCloseTo(1, 9);
      }
    }
  });

  it('is its sharpness: the more the closer the edges, none in fog', () => {
    const stripes = (period: number) =>
      pictureStatistics(picture(320, 200, (x) => (Math.floor(x / period) % 2) * 255)).sharpness;
    expect(stripes(1)).toBeCloseTo(1, 9);
    expect(stripes(4)).toBeGreaterThan(stripes(16));
    expect(pictureStatistics(picture(320, 200, () => 90)).sharpness).toBe(0);
  });

  it('is the share of cells with anybody in them', () => {
    expect(activeShare(Float32Array.of(0, 0.01, 0.5, 1))).toBe(0.5);
    expect(activeShare(new Float32Array())).toBe(0);
  });

  it('is how far the two models disagree, from −1 to 1', () => {
    expect(disagreement(10, 10)).toBe(0);
    expect(disagreement(40, 10)).toBe(0.75);
    expect(disagreement(0, 12)).toBe(-1);
    expect(disagreement(0.2, 0)).toBeCloseTo(0.2);
  });
});
