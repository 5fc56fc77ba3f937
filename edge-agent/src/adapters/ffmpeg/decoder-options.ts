import type { Decoder } from '@throng/contract';

/** The form in which a decoder leaves its pictures where they are: in the memory of the device. */
const SURFACES: Readonly<Record<Exclude<Decoder, 'software'>, string>> = {
  cuda: 'cuda',
  vaapi: 'vaapi',
  qsv: 'qsv',
  videotoolbox: 'videotoolbox_vld',
};

/** What ffmpeg is told so that it decodes there. */
export interface DecoderOptions {
  /** Before `-i`. */
  readonly input: readonly string[];
  /** Filters that bring a picture from the device, after those that need no pixels. */
  readonly fetch: readonly string[];
}

/**
 * Pictures stay on the device until the rate was reduced, and are asked for from there: a stream
 * that the device cannot decode then fails, instead of being decoded in software unseen.
 */
export const decoderOptions = (decoder: Decoder): DecoderOptions =>
  decoder === 'software'
    ? { input: [], fetch: [] }
    : {
        input: ['-hwaccel', decoder, '-hwaccel_output_format', SURFACES[decoder]],
        fetch: ['hwdownload', 'format=nv12'],
      };
