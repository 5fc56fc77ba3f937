import type { Decoder } from '@throng/contract';
import type { PictureSize } from '@throng/inference';
import { concatScript, STREAM_PROTOCOLS } from './concat-script.js';
import { decoderOptions } from './decoder-options.js';

/** A rate to number images by where none is asked for. */
const ANY_RATE = 25;

/** What ffmpeg is asked to open, and how. */
export interface FfmpegInput {
  /** An address or path as ffmpeg reads it. May hold a password: never log it. */
  readonly input: string;
  readonly kind: 'rtsp' | 'http' | 'file' | 'images';
  readonly transport: 'tcp' | 'udp';
  /** Play a file or folder again and again. */
  readonly loop: boolean;
  /** Read at the speed of capture; a file that is to be examined is read as fast as it can be. */
  readonly realTime: boolean;
  /** Frames per second to keep; undefined keeps each frame. */
  readonly framesPerSecond: number | undefined;
}

/** A camera has no end: one that closes its stream in order, as in a reboot, is lost like any other. */
export const isLive = ({ kind }: FfmpegInput): boolean => kind === 'rtsp' || kind === 'http';

/**
 * How ffmpeg learns what a stream is made of: in 2 s at most, without waiting for its frame rate,
 * which nobody needs (first frame after 1.4 s instead of 3.4 s).
 */
const LOOK = { fflags: 'nobuffer', analyzeduration: '2000000', fpsprobesize: '0' } as const;

/** Decoding one frame while the next arrives would delay each by as many frames as there are threads. */
const LIVE = [
  ...Object.entries(LOOK).flatMap(([name, value]) => [`-${name}`, value]),
  ...['-flags', 'low_delay'],
];

const SCRIPTED = ['-f', 'concat', '-safe', '0', '-protocol_whitelist', STREAM_PROTOCOLS];

const inputOptionsOf = (input: FfmpegInput): string[] => {
  const pace = input.realTime ? ['-re'] : [];
  switch (input.kind) {
    case 'rtsp':
    case 'http':
      return [...LIVE, ...SCRIPTED];
    case 'file':
      return [...pace, '-threads', '2', '-stream_loop', input.loop ? '-1' : '0'];
    case 'images':
      return [
        ...pace,
        ...['-f', 'image2', '-pattern_type', 'glob', '-loop', input.loop ? '1' : '0'],
        ...['-framerate', `${input.framesPerSecond ?? ANY_RATE}`],
      ];
  }
};

/** What goes to ffmpeg's standard input: the script that opens a stream; nothing for a file. */
export const inputScript = (input: FfmpegInput): string | undefined => {
  if (!isLive(input)) return undefined;
  const transport = input.kind === 'rtsp' ? { rtsp_transport: input.transport } : {};
  return concatScript(input.input, { ...transport, ...LOOK });
};

/** Options before `-i`. ffmpeg marks each of its lines with their weight: see feed/ffmpeg-words.ts. */
export const inputOptions = (input: FfmpegInput, decoder: Decoder): string[] => [
  ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+level+verbose'],
  ...decoderOptions(decoder).input,
  ...inputOptionsOf(input),
];

/**
 * Keeps the first frame of each period of 1/rate s by the stream's own time, which never repeats
 * a frame and holds the mean rate for any rate of the source. A frame without a time, or a time
 * that jumps back, is kept.
 */
const keepRate = (rate: number): string =>
  `select='isnan(prev_selected_t)+not(eq(floor(t*${rate}),floor(prev_selected_t*${rate})))'`;

/**
 * Options after `-i`: no sound, dropped to the rate, scaled to the size, raw RGB. Frames leave as
 * they come: at a constant rate ffmpeg would repeat some, and after a picture has changed its size,
 * which starts the filters anew, drop all until their time has caught up.
 */
export const outputOptions = (
  input: FfmpegInput,
  { width, height }: PictureSize,
  decoder: Decoder,
): string[] => {
  const rate = input.framesPerSecond;
  const filters = [
    ...(rate === undefined || input.kind === 'images' ? [] : [keepRate(rate)]),
    ...decoderOptions(decoder).fetch,
    `scale@picture=${width}:${height}:flags=bilinear`,
    'setsar=1',
    'format=rgb24',
  ];
  return [
    ...['-an', '-sn', '-dn', '-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-vf', filters.join(',')],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24'],
  ];
};
