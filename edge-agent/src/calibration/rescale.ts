import type { Calibration } from '../settings/calibration-settings.js';

type Pixel = [number, number];

/** The same calibration for a picture of another size: all pixels move along. */
export const rescaled = (calibration: Calibration, imageSize: Pixel): Calibration => {
  const [width, height] = calibration.imageSize;
  if (width === imageSize[0] && height === imageSize[1]) return calibration;
  const [across, down] = [imageSize[0] / width, imageSize[1] / height];
  const place = ([x, y]: Pixel): Pixel => [x * across, y * down];
  const { distortion, lengths, pairs, standing } = calibration;
  return {
    ...calibration,
    imageSize,
    pairs: pairs.map((pair) => ({ ...pair, pixel: place(pair.pixel) })),
    ...(lengths === undefined
      ? {}
      : { lengths: lengths.map((l) => ({ ...l, from: place(l.from), to: place(l.to) })) }),
    ...(standing === undefined
      ? {}
      : { standing: standing.map((s) => ({ ...s, foot: place(s.foot), head: place(s.head) })) }),
    ...(distortion === undefined
      ? {}
      : {
          distortion: {
            ...distortion,
            ...(distortion.unitPixels === undefined
              ? {}
              : { unitPixels: distortion.unitPixels * across }),
            ...(distortion.centre === undefined ? {} : { centre: place(distortion.centre) }),
          },
        }),
  };
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const millimetre = (value: number): number => Math.round(value * 1_000) / 1_000;
const pixel = ([x, y]: Pixel): Pixel => [tenth(x), tenth(y)];

/** Pixels to a tenth and metres to a millimetre: all that a click and a tape are worth, and readable. */
export const tidied = (calibration: Calibration): Calibration => {
  const { lengths, pairs, standing } = calibration;
  return {
    ...calibration,
    pairs: pairs.map((pair) => ({
      pixel: pixel(pair.pixel),
      ground: [millimetre(pair.ground[0]), millimetre(pair.ground[1])],
    })),
    ...(lengths === undefined
      ? {}
      : {
          lengths: lengths.map(({ from, metres, to }) => ({
            from: pixel(from),
            to: pixel(to),
            metres: millimetre(metres),
          })),
        }),
    ...(standing === undefined
      ? {}
      : {
          standing: standing.map(({ foot, head, metres }) => ({
            foot: pixel(foot),
            head: pixel(head),
            metres: millimetre(metres),
          })),
        }),
  };
};
