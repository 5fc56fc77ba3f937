import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Picture } from '@throng/inference';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Every frame once, in order, at the wanted size; only faults are told. */
const commandLine = (path: string, { width, height }: Size): string[] => [
  ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-i', path],
  ...['-map', '0:v:0', '-fps_mode', 'passthrough'],
  ...['-vf', `scale=${width}:${height}:flags=bilinear`],
  ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
];

const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Cuts a stream of bytes into pieces of `length`; a rest that is too short is dropped. */
async function* pieces(
  stream: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of stream) {
    let used = 0;
    while (used < chunk.length) {
      const part = chunk.subarray(used, used + length - filled);
      piece.set(part, filled);
      filled += part.length;
      used += part.length;
      if (filled < length) continue;
      yield piece;
      piece = new Uint8Array(length);
      filled = 0;
    }
  }
}

/** Decodes a video with the system's ffmpeg. Throws ffmpeg's own words where it cannot. */
export async function* videoFrames(path: string, size: Size): AsyncGenerator<Picture> {
  const ffmpeg = spawn('ffmpeg', commandLine(path, size), { stdio: ['ignore', 'pipe', 'pipe'] });
  const outcome = Promise.all([once(ffmpeg, 'close'), text(ffmpeg.stderr)]);
  outcome.catch(() => {}); // a reader who stops early never asks for it
  try {
    for await (const pixels of pieces(ffmpeg.stdout, size.width * size.height * 3)) {
      yield { ...size, pixels };
    }
    const [[code], said] = await outcome;
    if (code !== 0) throw new Error(said.trim() || `ffmpeg ended with ${code}`);
  } catch (error) {
    throw isNotInstalled(error) ? new Error('ffmpeg is not installed; install it first') : error;
  } finally {
    ffmpeg.kill('SIGKILL');
  }
}
