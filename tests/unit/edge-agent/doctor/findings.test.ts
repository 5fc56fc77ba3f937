import { describe, expect, it } from 'vitest';
import { ffmpegFinding } from '../../../../edge-agent/src/doctor/ffmpeg-findings.js';
import {
  clockSyncFinding,
  secretFileFinding,
  stateFinding,
} from '../../../../edge-agent/src/doctor/machine-findings.js';
import { clockFinding, nodeFinding } from '../../../../edge-agent/src/doctor/runtime-findings.js';
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

  it('misses ffmpeg, a new enough one, and what it was built without', () => {
    const answers = {
      version: 'ffmpeg version 6.1.1 Copyright (c) …',
      demuxers: ' D  concat          Virtual concatenation\n D  rtsp            RTSP input\n',
      decoders: ' VFS..D h264      H.264 / AVC\n VFS..D hevc      HEVC\n',
    };
    expect(ffmpegFinding(undefined)).toMatchObject({ ok: false, detail: 'is not there' });
    expect(ffmpegFinding(answers)).toMatchObject({
      ok: true,
      detail: '6.1.1, reads RTSP, H.264 and H.265',
    });
    const lacks = (change: object) => ffmpegFinding({ ...answers, ...change });
    expect(lacks({ demuxers: ' D  concat          x\n D  mpegts          y\n' })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('without the demuxer rtsp'),
    });
    expect(lacks({ decoders: ' V....D h264      x\n' }).detail).toMatch(/decoder hevc/);
    expect(lacks({ version: 'ffmpeg version 4.4.2-0ubuntu0' })).toMatchObject({
      ok: false,
      detail: '4.4.2-0ubuntu0 is too old',
      remedy: expect.stringContaining('5.1'),
    });
    expect(lacks({ version: 'ffmpeg version n7.1' }).ok).toBe(true);
    expect(lacks({ version: 'ffmpeg version N-117000-gabc' }).ok).toBe(true);
  });

  it('sees whether somebody keeps the clock', () => {
    const normal = 'Reference ID    : A29FC87B\nLeap status     : Normal\n';
    const asked = (timedatectl: string, chrony = '') => clockSyncFinding({ timedatectl, chrony });
    expect(asked('NTP=yes\nNTPSynchronized=yes\n').ok).toBe(true);
    expect(asked('', normal).ok).toBe(true);
    expect(asked('', 'Leap status     : Not synchronised\n').ok).toBe(false);
    expect(asked('NTPSynchronized=no\n')).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('set-ntp'),
    });
    expect(asked('').ok).toBe(true);
  });

  it('wants a password file that is there, readable, and readable to few', () => {
    const found = (file: { mode: number } | { error: string }) =>
      secretFileFinding('camera a password', '/run/secrets/a', file);
    expect(found({ mode: 0o600 }).ok).toBe(true);
    expect(found({ mode: 0o640 }).ok).toBe(true);
    expect(found({ mode: 0o644 })).toMatchObject({
      ok: false,
      detail: 'everybody can read /run/secrets/a (mode 644)',
      remedy: 'chmod 600 /run/secrets/a',
    });
    expect(found({ error: 'EACCES' })).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('chown'),
    });
    expect(found({ error: 'ENOENT' }).detail).toMatch(/not there/);
  });

  it('wants room for what must survive a restart', () => {
    expect(stateFinding('/var/lib/throng', { freeBytes: 5e9 }).ok).toBe(true);
    expect(stateFinding('/var/lib/throng', { freeBytes: 12e6 })).toMatchObject({
      ok: false,
      detail: 'only 12 MB free in /var/lib/throng',
    });
    expect(stateFinding('/var/lib/throng', { error: 'EROFS' }).detail).toMatch(/EROFS/);
  });

  it.each([
    ['method DESCRIBE failed: 401 Unauthorized', /password/],
    ['Connection to tcp://10.0.0.9:554 failed: Connection refused', /port/],
    ['method DESCRIBE failed: 404 Not Found', /path/],
    ['Connection to tcp://10.0.0.9:554 failed: No route to host', /VLAN/],
    ['no frame for 15 s', /firewall/],
    ['cannot read passwordFile /x: EACCES password-file', /chown/],
    ['moov atom not found', /damaged/],
    ['something new', /ffplay/],
  ])('has a remedy for “%s”', (said, remedy) => {
    expect(streamCause(said).remedy).toMatch(remedy);
  });
});
