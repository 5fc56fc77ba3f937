import { describe, expect, it } from 'vitest';
import { shapeFault } from '../../../../edge-agent/src/feed/picture-shape.js';

const calibrated = { width: 1920, height: 1080 };

describe('[U] shape of the picture', () => {
  it('accepts a substream of the same shape', () => {
    expect(shapeFault({ width: 640, height: 360 }, calibrated)).toBeUndefined();
    expect(shapeFault({ width: 704, height: 400 }, calibrated)).toBeUndefined();
  });

  it('refuses another shape and says both', () => {
    expect(shapeFault({ width: 768, height: 576 }, calibrated)).toMatch(/768x576.*1920x1080/);
    expect(shapeFault({ width: 1080, height: 1920 }, calibrated)).toMatch(/1080x1920/);
  });
});
