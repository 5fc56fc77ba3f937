import { describe, expect, it } from 'vitest';
import { pulseOf, sickness, type Vitals } from '../../../../edge-agent/src/life/pulse.js';

const now = Date.UTC(2026, 6, 4, 19, 30);
const well: Vitals = { withModelsSince: undefined, isRunning: true, wasMeasured: true };

describe('[U] pulse', () => {
  it('moves while no frame is with the models for long', () => {
    expect(pulseOf([well, { ...well, withModelsSince: now - 90_000 }], now).moving).toBe(true);
    expect(pulseOf([well, { ...well, withModelsSince: now - 90_001 }], now).moving).toBe(false);
  });

  it('gives the first frame the time in which a model is compiled', () => {
    const first = { ...well, wasMeasured: false, withModelsSince: now - 660_000 };
    expect(pulseOf([first], now).moving).toBe(true);
    expect(pulseOf([first], now + 1).moving).toBe(false);
  });

  it('is not stopped by dead cameras, which a restart would not bring back', () => {
    const dead = { ...well, isRunning: false };
    expect(pulseOf([dead, dead, well], now)).toEqual({ moving: true, running: 1, cameras: 3 });
  });

  it('tells who restarts an agent why', () => {
    const beat = { at: now, moving: true, running: 2, cameras: 3 };
    expect(sickness(beat, now + 20_000)).toBeUndefined();
    expect(sickness(beat, now + 20_001)).toMatch(/no sign for 20 s/);
    expect(sickness({ ...beat, moving: false }, now)).toMatch(/models/);
    expect(sickness(undefined, now)).toMatch(/not started/);
  });
});
