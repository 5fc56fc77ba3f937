import { PassThrough } from 'node:stream';
import ffmpeg from 'fluent-ffmpeg';
import type { Picture } from '../ports/picture.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Every frame once, in order, at the wanted size. */
const outputOptions = ({ width, height }: Size): string[] => [
  ...['-an', '-sn', '-dn', '-map', '0:v:0', '-fps_mode', 'passthrough'],
  ...['-vf', `scale=${width}:${height}:flags=bilinear`],
  ...['-f', 'rawvideo', '-pix_fmt', 'rgb24'],
];

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
  const bytes = new PassThrough();
  const command = ffmpeg(path).outputOptions(outputOptions(size));
  command.on('error', (error: Error) => bytes.destroy(error));
  command.pipe(bytes, { end: true });
  try {
    for await (const pixels of pieces(bytes, size.width * size.height * 3)) {
      yield { ...size, pixels };
    }
  } finally {
    command.removeAllListeners('error').on('error', () => {}); // a reader who stops early ends it
    command.kill('SIGKILL');
  }
}
