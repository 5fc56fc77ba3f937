import { describe, expect, it } from 'vitest';
import { parseDuration, parseOptions } from '../../../demo/src/options.js';

describe('the command line of the demo', () => {
  it('[U] without arguments simulates a venue until it is told to end', () => {
    const parsed = parseOptions([]);
    expect(parsed).toMatchObject({
      ok: true,
      value: { port: 8080, ownCamera: undefined, duration: undefined },
    });
  });

  it('[U] takes a camera with the way it hangs', () => {
    const parsed = parseOptions(['--source', 'rtsp://hall.example/1', '--height', '4.5']);
    expect(parsed).toMatchObject({
      ok: true,
      value: { ownCamera: { source: 'rtsp://hall.example/1', height: 4.5, pitch: 25 } },
    });
  });

  it('[U] names every fault at once, with the value and the range', () => {
    const parsed = parseOptions(['--port', '80.5', '--speed', 'fast', '--for', 'soon']);
    expect(parsed).toMatchObject({ ok: false, code: 'bad-options' });
    if (parsed.ok) return;
    expect(parsed.message).toContain('--port "80.5": must be a whole number from 1 to 65535');
    expect(parsed.message).toContain('--speed "fast"');
    expect(parsed.message).toContain('--for "soon"');
  });

  it('[U] refuses an option it does not know', () => {
    expect(parseOptions(['--sauce', 'x'])).toMatchObject({ ok: false, code: 'bad-options' });
  });

  it('[U] reads times in seconds, minutes and hours', () => {
    expect(['90', '90s', '1.5m', '1h'].map(parseDuration)).toEqual([90e3, 90e3, 90e3, 3600e3]);
    expect(['', '0', '-1s', '5d', 's'].map(parseDuration)).toEqual(Array(5).fill(undefined));
  });
});
