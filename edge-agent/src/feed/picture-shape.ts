import type { PictureSize } from '@throng/inference';

/** Share by which a stream's aspect may differ from the calibrated one. */
const TOLERANCE = 0.03;

/**
 * Why a stream does not show what was calibrated, or undefined. A smaller or larger picture of the
 * same shape does, since marks scale with it; one of another shape was cropped or comes from
 * another camera.
 *
 * @param stream size of the picture after ffmpeg turned it upright.
 */
export const shapeFault = (stream: PictureSize, calibrated: PictureSize): string | undefined => {
  const wanted = calibrated.width / calibrated.height;
  const fits = Math.abs(stream.width / stream.height / wanted - 1) <= TOLERANCE;
  return fits
    ? undefined
    : `the stream is ${stream.width}x${stream.height}, the calibration was made on ${calibrated.width}x${calibrated.height}; mark the pairs again on a picture of this stream`;
};
