import { fail, ok, type Result } from '@throng/contract';
import type { Picture } from '@throng/inference';
import sharp from 'sharp';

/** Decodes a picture file of any usual format and size as RGB; transparency is laid on black. */
export const readPicture = async (path: string): Promise<Result<Picture, 'picture-unreadable'>> => {
  try {
    const { data, info } = await sharp(path)
      .flatten()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return ok({ width: info.width, height: info.height, pixels: data });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('picture-unreadable', `${path} cannot be read as a picture: ${why}`);
  }
};
