import { describe, expect, it } from 'vitest';
import {
  clockFinding,
  ffmpegFinding,
  nodeFinding,
} from '../../../../edge-agent/src/doctor/runtime-findings.js';
import { streamCause } from '../../../../edge-agent/src/doctor/stream-cause.js';

describe('[U] doctor', () => {
  it('knows which Node is too old', () => {
    expect(['v20.19.0', 'v20.20.2', 'v22.0.0'].map((version) => nodeFinding(version).ok)).toEqual([
      true,
      true,
      true,
    ]);
    expect(nodeFinding('v20.18.9')).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('20.19'),
    });
    expect(nodeFinding('v18.20.4').ok).toBe(false);
  });

  it('does not trust a clock that was never set', () => {
    expect(clockFinding(0)).toMatchObject({ ok: false, remedy: expect.stringContaining('NTP') });
    expect(clockFinding(Date.UTC(2026, 6, 4)).ok).toBe(true);
  });

  it('misses ffmpeg, and RTSP in it', () => {
    const version = 'ffmpeg version 6.1.1 Copyright (c) …';
    expect(ffmpegFinding(undefined)).toMatchObject({ ok: false, detail: 'is not there' });
    expect(ffmpegFinding({ version, demuxers: ' D  rtsp            RTSP input' })).toMatchObject({
      ok: true,
      detail: '6.1.1, reads RTSP',
    });
    expect(ffmpegFinding({ version, demuxers: ' D  mpegts          MPEG-TS' }).ok).toBe(false);
  });

  it.each([
    ['method DESCRIBE failed: 401 Unauthorized', /password/],
    ['Connection to tcp://10.0.0.9:554 failed: Connection refused', /port/],
    ['method DESCRIBE failed: 404 Not Found', /path/],
    ['moov atom not found', /damaged/],
    ['something new', /ffplay/],
  ])('has a remedy for “%s”', (said, remedy) => {
    expect(streamCause(said).remedy).toMatch(remedy);
  });
});
