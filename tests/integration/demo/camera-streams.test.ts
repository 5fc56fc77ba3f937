import { expect, it, onTestFinished } from 'vitest';
import { startEncoder } from '../../../demo/src/encoder.js';
import { serveStreams } from '../../../demo/src/http-streams.js';
import { start } from '../../support/child.js';
import { describeWith, toolPath } from '../../support/system-tools.js';

const FORMAT = { width: 64, height: 48, framesPerSecond: 10 };

/** Grey that tells the frame's place in time, so that a decoded picture can be recognised. */
const grey = (level: number): Uint8Array =>
  new Uint8Array(FORMAT.width * FORMAT.height * 4).fill(level);

/** Reads `frames` pictures of a stream as a camera's reader does; the mean grey of each. */
const read = async (url: string, frames: number): Promise<number[]> => {
  const reader = start(toolPath('ffmpeg'), [
    ...['-v', 'error', '-analyzeduration', '200k', '-i', url, '-frames:v', `${frames}`],
    ...['-vf', 'signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-', '-f', 'null', '-'],
  ]);
  await reader.line(new RegExp(`frame:${frames - 1}\\b`));
  await reader.ended;
  return reader.lines
    .map((line) => /YAVG=([\d.]+)/.exec(line)?.[1])
    .filter((mean) => mean !== undefined)
    .slice(0, frames) // the filter may have seen one more than was asked for
    .map(Number);
};

const startCamera = async () => {
  const encoder = startEncoder(FORMAT, toolPath('ffmpeg'));
  encoder.failed.catch(() => undefined);
  const streams = await serveStreams(new Map([['hall', encoder.output]]));
  let frame = 0;
  const shutter = setInterval(() => {
    encoder.write(grey(40 + (frame++ % 20) * 10));
  }, 1000 / FORMAT.framesPerSecond);
  onTestFinished(() => {
    clearInterval(shutter);
    streams.close();
    encoder.end();
  });
  return streams;
};

describeWith(['ffmpeg'], 'a simulated camera on the network', () => {
  it('[I] shows moving pictures to a reader, and to a second one that joins later', async () => {
    const streams = await startCamera();
    const first = await read(streams.url('hall'), 12);
    expect(first).toHaveLength(12);
    expect(new Set(first.map(Math.round)).size).toBeGreaterThan(8);
    const [second, third] = await Promise.all([
      read(streams.url('hall'), 5),
      read(streams.url('hall'), 5),
    ]);
    expect(second).toHaveLength(5);
    expect(third).toHaveLength(5);
  });

  it('[I] tells a stranger which cameras there are', async () => {
    const streams = await startCamera();
    const answer = await fetch(streams.url('nowhere'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('/hall.ts');
  });

  it('[I] says why when its encoder dies', async () => {
    const broken = startEncoder({ ...FORMAT, width: -1 }, toolPath('ffmpeg'));
    await expect(broken.failed).rejects.toThrow(/ffmpeg ended with 1: .*video_size/s);
  });
});
