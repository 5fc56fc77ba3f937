import { describe, expect, it } from 'vitest';
import { pictureSizeIn, shapeFault } from '../../../../edge-agent/src/feed/picture-shape.js';
import { isTelling } from '../../../../edge-agent/src/feed/telling-lines.js';

const calibrated = { width: 1920, height: 1080 };

describe('[U] shape of the picture', () => {
  it('finds the size among ffmpeg’s words', () => {
    const words = ['h264 (High) (avc1 / 0x31637661)', 'yuv420p', '768x576 [SAR 1:1 DAR 4:3]'];
    expect(pictureSizeIn(words)).toEqual({ width: 768, height: 576 });
    expect(pictureSizeIn(['pcm_s16le'])).toBeUndefined();
  });

  it('accepts a substream of the same shape, also turned', () => {
    expect(shapeFault({ width: 640, height: 360 }, calibrated)).toBeUndefined();
    expect(shapeFault({ width: 1080, height: 1920 }, calibrated)).toBeUndefined();
  });

  it('refuses another shape and says both', () => {
    expect(shapeFault({ width: 768, height: 576 }, calibrated)).toMatch(/768x576.*1920x1080/);
  });
});

describe('[U] telling lines', () => {
  it.each([
    ['method DESCRIBE failed: 401 Unauthorized', true],
    ['[tcp @ 0x55] Connection to tcp://10.0.0.9:554 failed: Connection refused', true],
    ['moov atom not found', true],
    ['Stream #0:0: Video: h264 (High), yuv420p, 768x576', false],
    ['encoder         : Lavf59.27.100', false],
    ['frame=   12 fps=5.0', false],
    ['', false],
  ])('%s → %s', (line, telling) => {
    expect(isTelling(line)).toBe(telling);
  });
});
