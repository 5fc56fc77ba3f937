import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A camera's encoder: raw pictures in, H.264 in MPEG-TS out. */
export interface Encoder {
  readonly output: Readable;
  /** Pictures left out since the encoder had not taken the one before (KEEP_LATEST). */
  readonly dropped: () => number;
  /** Hands over a picture (RGBA, width · height · 4 bytes); the bytes may be reused at once. */
  write(picture: Uint8Array): void;
  /** No more pictures: ffmpeg writes out what it has and ends. */
  end(): void;
  /** Rejects when ffmpeg ends, with its last words. */
  readonly failed: Promise<never>;
}

export interface PictureFormat {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** x264 as a camera would use it: no look-ahead, a key frame each second so that a reader can join. */
export const encoderArguments = ({ width, height, framesPerSecond }: PictureFormat): string[] => [
  ...['-hide_banner', '-loglevel', 'error'],
  ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', `${width}x${height}`],
  ...['-framerate', `${framesPerSecond}`, '-i', 'pipe:0'],
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-threads', '1'],
  ...['-crf', '20', '-pix_fmt', 'yuv420p', '-g', `${Math.max(1, Math.round(framesPerSecond))}`],
  ...['-f', 'mpegts', '-mpegts_flags', '+resend_headers', '-flush_packets', '1'],
  ...['-muxdelay', '0', 'pipe:1'],
];

export const startEncoder = (format: PictureFormat, ffmpeg = 'ffmpeg'): Encoder => {
  const child = spawn(ffmpeg, encoderArguments(format), { stdio: ['pipe', 'pipe', 'pipe'] });
  let words = '';
  let dropped = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-1_000);
  });
  child.stdin.on('error', () => {}); // a broken pipe: `failed` tells why
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`ffmpeg did not start: ${error.message}`)));
    child.once('close', (code) => reject(new Error(`ffmpeg ended with ${code}: ${words.trim()}`)));
  });
  return {
    output: child.stdout,
    dropped: () => dropped,
    write: (picture) => {
      if (child.stdin.writableNeedDrain) dropped += 1;
      else child.stdin.write(Buffer.from(picture)); // a copy, since the renderer draws over its own
    },
    end: () => child.stdin.end(),
    failed,
  };
};
