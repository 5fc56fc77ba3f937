import { densityColour, densityScaleStops, riskBands, riskColour } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourVisions, seenDifference, seenLab } from '../support/colour-vision.js';

const visions = Object.entries(colourVisions);
const density = fc.double({ min: 0, max: 7, noNaN: true });

describe('the density scale', () => {
  it('[U] its stops are at 0, 1, 2, 3.5, 5 and 7 persons/m², each in its own colour', () => {
    expect(densityScaleStops.map((stop) => stop.density)).toEqual([0, 1, 2, 3.5, 5, 7]);
    for (const stop of densityScaleStops) {
      expect(densityColour(stop.density)).toEqual(stop.colour);
    }
  });

  it('[U] between two stops the colour is mixed, beyond the ends it is held', () => {
    const [, one, two] = densityScaleStops;
    const middle = densityColour(1.5);
    expect(middle.r).toBe(Math.round(((one?.colour.r ?? 0) + (two?.colour.r ?? 0)) / 2));
    expect(densityColour(-1)).toEqual(densityColour(0));
    expect(densityColour(40)).toEqual(densityColour(7));
  });

  it.each(visions)('[U] lightness rises with density for %s', (_, vision) => {
    fc.assert(
      fc.property(density, density, (a, b) => {
        fc.pre(Math.abs(a - b) > 0.2);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const lightness = (value: number) => seenLab(densityColour(value), vision)[0];
        expect(lightness(high)).toBeGreaterThan(lightness(low));
      }),
    );
  });

  it('[U] unknown has no colour on the scale', () => {
    expect(() => densityColour(Number.NaN)).toThrow(/unknown/);
  });
});

describe('the colours of the risk bands', () => {
  it.each(visions)('[U] any two stay apart for %s', (_, vision) => {
    for (const a of riskBands) {
      for (const b of riskBands) {
        if (a === b) continue;
        const difference = seenDifference(riskColour(a), riskColour(b), vision);
        expect(difference, `${a} and ${b}`).toBeGreaterThan(15);
      }
    }
  });
});
