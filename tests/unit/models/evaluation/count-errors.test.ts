import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countErrors } from '../../../../models/src/evaluation/count-errors.js';
import { counted } from '../support/arbitraries.js';

describe('[U] errors of counts', () => {
  it('are MAE, RMSE and bias in persons', () => {
    const errors = countErrors([
      { truth: 10, estimate: 13 },
      { truth: 10, estimate: 6 },
    ]);
    expect(errors).toEqual({ images: 2, mae: 3.5, rmse: Math.sqrt(12.5), bias: -0.5 });
  });

  it('keep |bias| ≤ MAE ≤ RMSE', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1 }), (pictures) => {
        const { mae, rmse, bias } = countErrors(pictures);
        expect(Math.abs(bias)).toBeLessThanOrEqual(mae + 1e-9);
        expect(mae).toBeLessThanOrEqual(rmse + 1e-9);
      }),
    );
  });

  it('do not exist without pictures', () => {
    expect(() => countErrors([])).toThrow(RangeError);
  });
});
