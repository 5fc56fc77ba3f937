import { fail, ok, type Result, toPoint } from '@throng/contract';
import { distortionFromPairs, type Point, straightenLines } from '@throng/crowd';
import type { Calibration, Distortion } from '../settings/calibration-settings.js';

/** A lens that was found, and what it mends. */
export interface FoundLens {
  readonly distortion: Distortion;
  /** One sentence for a person. */
  readonly message: string;
}

/** Digits that the coefficients are worth: a ten-thousandth moves the corner by a tenth of a pixel. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

const named = ({ k1, k2 }: { k1: number; k2?: number | undefined }): Distortion => ({
  model: 'brown-conrady',
  k1: rounded(k1),
  ...(k2 === undefined ? {} : { k2: rounded(k2) }),
});

/**
 * The lens from straight edges where there are any, else from the pairs; none where neither tells
 * one beyond doubt.
 */
export const findLens = (
  { imageSize: [width, height], pairs }: Pick<Calibration, 'imageSize' | 'pairs'>,
  edges: readonly (readonly Point[])[],
): Result<FoundLens> => {
  const size = { width, height };
  if (edges.length > 0) {
    const found = straightenLines(edges, size);
    if (!found.ok) return fail(found.code, found.message);
    const { bentPixels, distortion, straightPixels } = found.value;
    return ok({
      distortion: named(distortion),
      message: `With this lens the edges are straight to ${straightPixels.toFixed(1)} px, without it to ${bentPixels.toFixed(1)} px.`,
    });
  }
  const found = distortionFromPairs(
    pairs.map(({ pixel, ground }) => ({ pixel: toPoint(pixel), ground: toPoint(ground) })),
    size,
  );
  if (!found.ok) return fail(found.code, found.message);
  const { distortion, lensPixels, pinholePixels } = found.value;
  return ok({
    distortion: named(distortion),
    message: `With this lens the pairs predict each other to ${lensPixels.toFixed(1)} px, without it to ${pinholePixels.toFixed(1)} px.`,
  });
};
