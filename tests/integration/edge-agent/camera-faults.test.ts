import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import {
  CameraSource,
  type DecoderFailure,
} from '../../../edge-agent/src/adapters/ffmpeg/camera-source.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import { DecoderChoice } from '../../../edge-agent/src/feed/decoder-choice.js';
import { decodersFor } from '../../../edge-agent/src/feed/offered-decoders.js';
import { startRtspServer } from '../../support/rtsp-server.js';
import { describeWith } from '../../support/system-tools.js';
import { changingCard, testCard } from '../../support/video.js';
import { ffmpegSource, openSource, takeFrames } from './support/open-source.js';

const size = { width: 320, height: 240 };
const sizes = { size, calibrated: size };

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

const httpCamera = (answer: RequestListener) => listen(createHttpServer(answer));

describeWith(['ffmpeg', 'rtspPython'], '[I] camera faults', () => {
  it.each(['cuda', 'vaapi', 'qsv'] as const)(
    'a camera for which %s is asked where there is none is decoded in software',
    async (decoder) => {
      const { url } = await startRtspServer(await testCard({ seconds: 30 }));
      const failures: DecoderFailure[] = [];
      const choice = new DecoderChoice(decodersFor(decoder, []), systemClock);
      const source = new CameraSource(await ffmpegSource(url, sizes), choice, (failure) =>
        failures.push(failure),
      );
      const began = performance.now();
      const stream = source.open();
      expect(await takeFrames(stream, 2)).toBe(2);
      expect((await stream.end).reason).toBe('stopped');
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(source.decoder).toBe('software');
      expect(failures).toMatchObject([
        { decoder, next: 'software', diagnosis: expect.stringMatching(/device/i) },
      ]);
      expect(choice.best()).toBe('software'); // it is remembered
    },
  );

  it('no decoder is blamed for a camera that is not there', async () => {
    const choice = new DecoderChoice(['vaapi', 'software'], systemClock);
    const failures: DecoderFailure[] = [];
    const source = new CameraSource(
      await ffmpegSource('rtsp://127.0.0.1:9/live', sizes),
      choice,
      (failure) => failures.push(failure),
    );
    const stream = source.open();
    expect(await takeFrames(stream, 1)).toBe(0);
    expect(await stream.end).toMatchObject({ reason: 'failed' });
    expect(failures).toEqual([]);
    expect(choice.best()).toBe('vaapi');
  });

  it('a stream of garbage fails, and says that no picture can be read', async () => {
    const noise = Buffer.from(Array.from({ length: 1 << 16 }, (_, at) => (at * 7919) % 251));
    const port = await httpCamera((_, answer) => void answer.end(noise));
    const stream = await openSource(`http://127.0.0.1:${port}/live`, sizes);
    expect(await takeFrames(stream, 1)).toBe(0);
    expect(await stream.end).toMatchObject({
      reason: 'failed',
      diagnosis: expect.stringMatching(/invalid data/i),
    });
  });

  it('a camera that answers and never sends is stalled', async () => {
    const port = await httpCamera((_, answer) => void answer.writeHead(200).flushHeaders());
    const stream = await openSource(`http://127.0.0.1:${port}/live`, {
      ...sizes,
      stallAfter: 1_500,
    });
    expect(await takeFrames(stream, 1)).toBe(0);
    expect(await stream.end).toEqual({ reason: 'stalled', diagnosis: 'no frame for 1.5 s' });
  });

  it('a camera that stops sending in the middle is stalled', async () => {
    const card = await readFile(await changingCard(['320x240']));
    const port = await httpCamera((_, answer) => void answer.write(card)); // and never ends
    const stream = await openSource(`http://127.0.0.1:${port}/live`, {
      ...sizes,
      stallAfter: 2_500,
    });
    expect(await takeFrames(stream, 100)).toBeGreaterThan(20);
    expect(await stream.end).toMatchObject({ reason: 'stalled' });
  });

  it('a camera that ends its stream in order is lost, since no camera has an end', async () => {
    const card = await readFile(await changingCard(['320x240']));
    const port = await httpCamera((_, answer) => void answer.end(card));
    const stream = await openSource(`http://127.0.0.1:${port}/live`, sizes);
    expect(await takeFrames(stream, 100)).toBeGreaterThan(20);
    expect(await stream.end).toMatchObject({
      reason: 'failed',
      diagnosis: expect.stringContaining('ended its stream'),
    });
  });

  it('a codec that changes in the middle of a stream is found as a stall', async () => {
    const encoders = ['libx264', 'libx265'];
    const card = await readFile(await changingCard(['320x240', '320x240'], { encoders }));
    const port = await httpCamera((_, answer) => void answer.write(card));
    const stream = await openSource(`http://127.0.0.1:${port}/live`, {
      ...sizes,
      stallAfter: 2_500,
    });
    const frames = await takeFrames(stream, 100);
    expect(frames).toBeGreaterThan(20);
    expect((await stream.end).reason).toMatch(/stalled|failed/);
  });

  it('the next opening takes whatever codec the camera was switched to', async () => {
    const source = async (codec: 'h264' | 'h265', port: number) =>
      startRtspServer(
        await testCard({ seconds: 30, encoder: codec === 'h264' ? 'libx264' : 'libx265' }),
        { codec, port },
      );
    const before = await source('h264', 0);
    const camera = await ffmpegSource(before.url, sizes);
    expect(await takeFrames(camera.open(), 2)).toBe(2);
    await before.server.stop();
    await source('h265', before.port);
    expect(await takeFrames(camera.open(), 2)).toBe(2);
  });

  it('logs in over HTTP with any password', async () => {
    const password = 'p@:/?#% "\'ü';
    const card = await readFile(await changingCard(['320x240']));
    const wanted = `Basic ${Buffer.from(`us er:${password}`).toString('base64')}`;
    const port = await httpCamera((request, answer) => {
      if (request.headers.authorization === wanted) return void answer.end(card);
      answer.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end();
    });
    const login = { username: 'us er', password };
    const stream = await openSource(`http://127.0.0.1:${port}/live`, { ...sizes, ...login });
    expect(await takeFrames(stream, 3)).toBe(3);
  });

  it('a server that hangs up in the middle of the greeting fails, and is not waited for', async () => {
    const port = await listen(createServer((socket) => socket.end('RTSP/1.0 200')));
    const stream = await openSource(`rtsp://127.0.0.1:${port}/live`, sizes);
    expect(await takeFrames(stream, 1)).toBe(0);
    expect((await stream.end).reason).toBe('failed');
  });
});
