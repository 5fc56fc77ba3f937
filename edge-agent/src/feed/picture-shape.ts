import type { PictureSize } from '@throng/inference';

/** Share by which a stream's aspect may differ from the calibrated one. */
const TOLERANCE = 0.03;

/** The first `1920x1080` among ffmpeg's words about a stream. */
export const pictureSizeIn = (words: readonly string[]): PictureSize | undefined => {
  for (const word of words) {
    const [, width, height] = /^(\d{2,5})x(\d{2,5})\b/.exec(word.trim()) ?? [];
    if (width !== undefined && height !== undefined) {
      return { width: Number(width), height: Number(height) };
    }
  }
  return undefined;
};

/**
 * Why a stream does not show what was calibrated, or undefined. A smaller or larger picture of the
 * same shape does, since marks scale with it; one of another shape was cropped or comes from
 * another camera. A picture that is turned by 90° is turned back by the decoder.
 */
export const shapeFault = (stream: PictureSize, calibrated: PictureSize): string | undefined => {
  const wanted = calibrated.width / calibrated.height;
  const fits = [stream.width / stream.height, stream.height / stream.width].some(
    (aspect) => Math.abs(aspect / wanted - 1) <= TOLERANCE,
  );
  return fits
    ? undefined
    : `the stream is ${stream.width}x${stream.height}, the calibration was made on ${calibrated.width}x${calibrated.height}; mark the pairs again on a picture of this stream`;
};
