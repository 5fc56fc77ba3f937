import type { DensityMap, Picture } from '@throng/inference';
import sharp, { type Sharp } from 'sharp';
import { densityPixels } from '../report/density-pixels.js';

/** Wide enough to see heads, small enough for a page of a dozen pictures. */
const WIDTH = 720;
const QUALITY = 78;

const raw = ({ pixels, width, height }: Picture): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

const jpegAddress = async (image: Sharp): Promise<string> => {
  const bytes = await image
    .resize({ width: WIDTH, withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
};

/** The picture as it is. */
export const drawPlain = (picture: Picture): Promise<string> => jpegAddress(raw(picture));

/** The picture, grey and dark, under its density map. */
export const drawDensity = async (picture: Picture, map: DensityMap): Promise<string> => {
  const cells = { width: map.columns, height: map.rows, channels: 4 } as const;
  const heat = await sharp(densityPixels(map), { raw: cells })
    .resize({ width: map.columns * 8, height: map.rows * 8, kernel: 'cubic' })
    .extract({ left: 0, top: 0, width: picture.width, height: picture.height })
    .png()
    .toBuffer();
  const dark = await raw(picture).greyscale().linear(0.45).toColourspace('srgb').png().toBuffer();
  const drawn = await sharp(dark)
    .composite([{ input: heat }])
    .png()
    .toBuffer();
  return jpegAddress(sharp(drawn));
};

/** The picture under an SVG drawing of the same size. */
export const drawOver = async (picture: Picture, svg: string): Promise<string> => {
  const drawn = await raw(picture)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
  return jpegAddress(sharp(drawn));
};
