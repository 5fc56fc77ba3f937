import { describe, expect, it } from 'vitest';
import {
  type Box,
  codeFault,
  type OneTimeCode,
} from '../../../../control-server/src/enrolment/one-time-code.js';

const NOW = Date.UTC(2026, 6, 4, 12);
const MINUTE = 60_000;
const code = (change: Partial<OneTimeCode> = {}): OneTimeCode => ({
  ...{ hash: 'h', edge: 'box-1', madeBy: 'kim', madeAt: NOW, expiresAt: NOW + 60 * MINUTE },
  usedAt: null,
  ...change,
});
const faultAt = (now: number, box: Partial<Box> = {}, change: Partial<OneTimeCode> = {}) =>
  codeFault(code(change), { edge: undefined, at: now, ...box }, now);

describe('[U] one-time codes', () => {
  it('[EN3] is good to the last millisecond of its time, and not at its end', () => {
    expect(faultAt(NOW)).toBeUndefined();
    expect(faultAt(NOW + 60 * MINUTE - 1)).toBeUndefined();
    expect(faultAt(NOW + 60 * MINUTE)).toBe('code-expired');
  });

  it('[EN3] works once, which is told before that its time is over', () => {
    expect(faultAt(NOW, {}, { usedAt: NOW })).toBe('code-used');
    expect(faultAt(NOW + 60 * MINUTE, {}, { usedAt: NOW })).toBe('code-used');
    expect(codeFault(undefined, { edge: 'box-1', at: NOW }, NOW)).toBe('code-unknown');
  });

  it('[EN3] is for one edge, where the box says which it is', () => {
    expect(faultAt(NOW, { edge: 'box-1' })).toBeUndefined();
    expect(faultAt(NOW, { edge: 'box-2' })).toBe('code-for-another');
  });

  it.each([
    [-4 * MINUTE, undefined],
    [4 * MINUTE, undefined],
    [-4 * MINUTE - 1, 'clock'],
    [4 * MINUTE + 1, 'clock'],
  ])('[EN3] a box whose clock is %i ms off: %s', (off, fault) => {
    expect(faultAt(NOW, { at: NOW + off })).toBe(fault);
  });
});
