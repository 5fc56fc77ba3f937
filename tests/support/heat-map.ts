import type { Page } from 'playwright-core';

/** Colours of the map on a coarse raster, as drawn: `[r, g, b, a, r, …]`. */
export const mapColours = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const SAMPLES = 64;
    const sampled = document.createElement('canvas');
    sampled.width = SAMPLES;
    sampled.height = SAMPLES;
    const context = sampled.getContext('2d');
    for (const canvas of document.querySelectorAll('canvas')) {
      context?.drawImage(canvas, 0, 0, SAMPLES, SAMPLES);
    }
    return [...(context?.getImageData(0, 0, SAMPLES, SAMPLES).data ?? [])];
  });

/** Samples whose colour has visibly changed between two moments. */
export const changedSamples = (before: readonly number[], after: readonly number[]): number => {
  let changed = 0;
  for (let sample = 0; sample < after.length; sample += 4) {
    const distance = Math.max(
      ...[0, 1, 2].map((c) => Math.abs((before[sample + c] ?? 0) - (after[sample + c] ?? 0))),
    );
    if (distance > 16) changed += 1;
  }
  return changed;
};
