import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { descendants } from '../../support/descendants.js';
import { eventually } from '../../support/eventually.js';
import { startRtspServer } from '../../support/rtsp-server.js';
import { describeWith } from '../../support/system-tools.js';
import { changingCard, testCard } from '../../support/video.js';
import { openSource, takeFrames } from './support/open-source.js';

const size = { width: 320, height: 240 };
const calibrated = size;

/** All that /proc shows everybody of the programs that this one has started, ffmpeg among them. */
const shownOfChildren = (): string =>
  descendants(process.pid)
    .map((pid) => {
      try {
        return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\n${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
      } catch {
        return ''; // it has ended meanwhile
      }
    })
    .filter((shown) => /^\S*ffmpeg\0/.test(shown))
    .join('\n');

describeWith(['ffmpeg', 'rtspPython'], '[I] camera streams', () => {
  it.each(['h264', 'h265'] as const)('reads %s over TCP and over UDP', async (codec) => {
    const encoder = codec === 'h264' ? 'libx264' : 'libx265';
    const card = await testCard({ seconds: 30, encoder });
    for (const transport of ['tcp', 'udp'] as const) {
      const { url } = await startRtspServer(card, { codec, transport });
      const stream = await openSource(url, { transport, size, calibrated });
      expect(await takeFrames(stream, 3)).toBe(3);
      expect((await stream.end).reason).toBe('stopped');
    }
  });

  it.each([
    ['signs', 'us/er?', 'p@:/?#% "\'\\;&|$`x'],
    ['words', 'usér ü', 'пароль 密码 🔑'],
    ['code', '%41', "'\nfile '/etc/passwd'\noption x"],
  ])(
    'logs in with %s in user and password, and shows neither on any process',
    async (_, user, password) => {
      const card = await testCard({ seconds: 30 });
      for (const digest of [false, true]) {
        if (digest && /["\\\n]/.test(password)) continue; // GStreamer's own parser breaks on these
        const { port } = await startRtspServer(card, { user, password, digest });
        const url = `rtsp://127.0.0.1:${port}/camera`;
        const stream = await openSource(url, { username: user, password, size, calibrated });
        const shown = eventually('ffmpeg to run', () => shownOfChildren() || undefined);
        expect(await takeFrames(stream, 2)).toBe(2);
        expect(await shown).toContain('pipe:0');
        expect(await shown).not.toContain(password);
        expect(await shown).not.toContain(encodeURIComponent(password));
        expect(await shown).not.toContain(`${port}`);
      }
    },
  );

  it('tells a wrong password in words without the password', async () => {
    const { port } = await startRtspServer(await testCard(), { user: 'viewer', password: 'right' });
    const password = 'wr%ng /p@ss';
    const url = `rtsp://127.0.0.1:${port}/camera`;
    const stream = await openSource(url, { username: 'viewer', password, size });
    expect(await takeFrames(stream, 1)).toBe(0);
    const { diagnosis } = await stream.end;
    expect(diagnosis).toMatch(/401/);
    expect(diagnosis).not.toContain(password);
    expect(diagnosis).not.toContain(encodeURIComponent(password));
  });

  it('goes on after the picture has changed its size and kept its shape', async () => {
    const { url } = await startRtspServer(await changingCard(['320x240', '640x480']));
    const stream = await openSource(url, { size, calibrated });
    // 12 s at 5 frames/s; without the second size at most 30 would come.
    expect(await takeFrames(stream, 40)).toBe(40);
    expect((await stream.end).reason).toBe('stopped');
  });

  it('breaks off with `misfit` when the picture changes its shape', async () => {
    const { url } = await startRtspServer(await changingCard(['320x240', '640x360']));
    const stream = await openSource(url, { size, calibrated });
    const frames = await takeFrames(stream, 60);
    expect(frames).toBeGreaterThan(5);
    expect(await stream.end).toMatchObject({
      reason: 'misfit',
      diagnosis: expect.stringMatching(/640x360.*320x240.*mark the pairs again/),
    });
  });
});
