import { createRandom } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { fitWeights } from '../../../../../control-server/src/backtest/fit/fit-weights.js';
import { gatherLessons } from '../../../../../control-server/src/backtest/fit/gather-lessons.js';
import { LessonBook } from '../../../../../control-server/src/backtest/fit/lessons.js';
import { CLUES } from '../../../../../control-server/src/forecast/clues.js';
import { flowNetwork } from '../../../../../control-server/src/forecast/flow-network.js';
import { OUTLOOKS } from '../../../../../control-server/src/forecast/horizons.js';

const KNOWN = [0.8, -0.3, 0];

/** So many lessons by known weights; every `wild`th change is nonsense. */
const book = (lessons: number, wild: number): LessonBook => {
  const random = createRandom(3);
  const filled = new LessonBook(KNOWN.length);
  for (let lesson = 0; lesson < lessons; lesson += 1) {
    const row = Float32Array.from([9, ...KNOWN.map(() => random.normal())]);
    const change = KNOWN.reduce((sum, weight, clue) => sum + weight * (row[clue + 1] ?? 0), 0);
    filled.add(row, 1, lesson % wild === 0 ? 5 : change + 0.1 * random.normal());
  }
  return filled;
};

const expectKnown = (weights: readonly number[]) => {
  for (const [clue, weight] of KNOWN.entries()) expect(weights[clue]).toBeCloseTo(weight, 1);
};

describe('[U] fitting the weights that the forecast begins with', () => {
  it('finds known weights again', () => {
    expectKnown(fitWeights(book(3_000, 10_000).lessons, KNOWN.length));
  });

  it('is not led astray by a tenth of nonsense, as least squares would be', () => {
    expectKnown(fitWeights(book(3_000, 10).lessons, KNOWN.length));
  });

  it('keeps every lesson as it grows', () => {
    const { changes, clues } = book(2_000, 10_000).lessons;
    expect([changes.length, clues.length]).toEqual([2_000, 6_000]);
  });

  it('learns from what truly came, not from what was counted', () => {
    const network = flowNetwork([{ id: 'hall', area: 10 }], []);
    // Two steps up, and cameras that see nobody: each change is that of the truth from nobody on.
    const ticks = Array.from({ length: 200 }, (_, tick) => ({
      time: 10 * tick,
      truth: Float64Array.of(tick < 100 ? 1 : 2),
      crossed: new Float64Array(0),
      observation: {
        persons: Float64Array.of(0),
        sigma: Float64Array.of(1),
        crossings: new Float64Array(0),
      },
    }));
    const books = OUTLOOKS.map(() => new LessonBook(CLUES.length));
    gatherLessons(network, undefined, ticks, books);
    const [aMinute] = books;
    expect(new Set(aMinute?.lessons.changes)).toEqual(new Set([1, 2]));
  });
});
