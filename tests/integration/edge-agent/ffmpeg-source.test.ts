import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { PictureSize } from '@throng/inference';
import { expect, it, onTestFinished } from 'vitest';
import { resolveSource } from '../../../edge-agent/src/adapters/ffmpeg/resolve-source.js';
import { start } from '../../support/child.js';
import { describeWith, toolPath } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { openSource } from './support/open-source.js';
import { SQUARES, squaresVideo, VIDEO } from './support/squares-video.js';

const open = (
  source: string,
  input: object = {},
  stallAfter = 20_000,
  calibrated: PictureSize = VIDEO,
) => openSource(source, { input, stallAfter, calibrated });

const brightness = (pixels: Uint8Array, x: number, y: number) => pixels[(y * 640 + x) * 3] ?? -1;

describeWith(['ffmpeg'], '[I] ffmpeg source', () => {
  it('gives each frame of a file once, with its pixels in place, then ends', async () => {
    const stream = await open(await squaresVideo({ seconds: 2, fps: 10 }), {
      framesPerSecond: undefined,
    });
    let frames = 0;
    for await (const frame of stream.frames) {
      frames += 1;
      for (const [x, y] of SQUARES) {
        expect(brightness(frame.pixels, x + 16, y + 16)).toBeGreaterThan(200);
        expect(brightness(frame.pixels, x - 8, y + 16)).toBeLessThan(50);
      }
      frame.release();
    }
    expect(frames).toBe(20);
    expect((await stream.end).reason).toBe('ended');
  });

  it('drops to the wanted rate and never repeats a frame', async () => {
    const video = await squaresVideo({ seconds: 3, fps: 7 });
    const count = async (framesPerSecond: number) => {
      let frames = 0;
      for await (const frame of (await open(video, { framesPerSecond })).frames) {
        frame.release();
        frames += 1;
      }
      return frames;
    };
    expect(await count(5)).toBe(15);
    expect(await count(25)).toBe(21);
  });

  it('plays a folder of images', async () => {
    const folder = join(await temporaryFolder(), 'shots [hall]');
    await mkdir(folder);
    const { code } = await start(toolPath('ffmpeg'), [
      ...['-v', 'error', '-i', await squaresVideo({ seconds: 1, fps: 4 })],
      join(folder, 'shot-%02d.png'),
    ]).ended;
    expect(code).toBe(0);
    const stream = await open(folder);
    let frames = 0;
    for await (const frame of stream.frames) {
      frames += 1;
      frame.release();
    }
    expect(frames).toBe(4);
  });

  it('says what ffmpeg says of a file that is no video', async () => {
    const file = join(await temporaryFolder(), 'broken.mp4');
    await writeFile(file, 'this is no video');
    const stream = await open(file);
    for await (const _ of stream.frames) expect.unreachable();
    expect(await stream.end).toMatchObject({
      reason: 'failed',
      diagnosis: expect.stringMatching(/moov atom|invalid data/i),
    });
  });

  it('refuses a picture of another shape than the calibrated one', async () => {
    const wide = { width: 1920, height: 1080 };
    const stream = await open(await squaresVideo(), { realTime: true }, 20_000, wide);
    for await (const frame of stream.frames) frame.release();
    expect(await stream.end).toMatchObject({
      reason: 'misfit',
      diagnosis: expect.stringContaining('640x480'),
    });
  });

  it('finds a stall: a server that takes the connection and sends nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const stream = await open(`rtsp://viewer:s3cret@127.0.0.1:${port}/live`, {}, 1_500);
    for await (const _ of stream.frames) expect.unreachable();
    const end = await stream.end;
    expect(end).toEqual({ reason: 'stalled', diagnosis: 'no frame for 1.5 s' });
  });

  it('never shows the password of a camera that refuses the connection', async () => {
    const stream = await open('rtsp://viewer:p%40ss%2Fw0rd@127.0.0.1:9/live');
    for await (const _ of stream.frames) expect.unreachable();
    const { diagnosis, reason } = await stream.end;
    expect(reason).toBe('failed');
    expect(diagnosis).toMatch(/refused/i);
    expect(diagnosis).not.toMatch(/p@ss\/w0rd|p%40ss/);
  });

  it('stops in the middle of a stream, and ffmpeg with it', async () => {
    const stream = await open(await squaresVideo({ seconds: 2 }), { loop: true, realTime: true });
    for await (const frame of stream.frames) {
      frame.release();
      stream.stop();
    }
    expect((await stream.end).reason).toBe('stopped');
  });

  it('names a source that is not there', async () => {
    const missing = { transport: 'tcp', loop: false, framesPerSecond: 5 } as const;
    const file = await resolveSource({ ...missing, source: 'no-such.mp4' }, '/srv');
    expect(file).toMatchObject({ ok: false, message: expect.stringContaining('/srv/no-such.mp4') });
    const empty = await resolveSource({ ...missing, source: await temporaryFolder() }, '/');
    expect(empty).toMatchObject({ ok: false, message: expect.stringContaining('no images') });
  });
});
