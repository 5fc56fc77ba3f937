import type { PictureSize } from '@throng/inference';

/** A rate to number frames by where none is asked for. */
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

/** Decoding one frame while the next arrives would delay each by as many frames as there are threads. */
const LIVE = ['-fflags', 'nobuffer', '-flags', 'low_delay', '-analyzeduration', '2000000'];

const inputOptionsOf = (input: FfmpegInput): string[] => {
  const pace = input.realTime ? ['-re'] : [];
  switch (input.kind) {
    case 'rtsp':
      return ['-rtsp_transport', input.transport, ...LIVE];
    case 'http':
      return LIVE;
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

/** Options before `-i`. */
export const inputOptions = (input: FfmpegInput): string[] => [
  '-hide_banner',
  '-nostdin',
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
 * Options after `-i`: no sound, dropped to the rate, scaled to the size, raw RGB. Frames are
 * numbered anew, so that ffmpeg, which writes raw video at a constant rate, repeats none.
 */
export const outputOptions = (input: FfmpegInput, { width, height }: PictureSize): string[] => {
  const rate = input.framesPerSecond ?? ANY_RATE;
  const everyFrame = input.framesPerSecond === undefined || input.kind === 'images';
  const filters = [
    ...(everyFrame ? [] : [keepRate(rate)]),
    `setpts=N/(${rate}*TB)`,
    `scale=${width}:${height}:flags=bilinear`,
    'format=rgb24',
  ];
  return [
    ...['-an', '-sn', '-dn', '-map', '0:v:0', '-r', `${rate}`],
    ...['-vf', filters.join(',')],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24'],
  ];
};
