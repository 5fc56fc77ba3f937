import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '@throng/contract';
import type { Picture } from '@throng/inference';
import sharp from 'sharp';

/** A crowd that the project's simulator rendered: nobody's picture, and the same on each machine. */
export const ownCrowd = fileURLToPath(new URL('../../bench/crowd.jpg', import.meta.url));

/** A picture cut and scaled to a size, as a camera of that size would see it. */
export const benchPicture = async (
  path: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Result<Picture, 'picture-unreadable'>> => {
  try {
    const pixels = await sharp(path)
      .flatten()
      .toColourspace('srgb')
      .resize({ width, height, fit: 'cover' })
      .raw({ depth: 'uchar' })
      .toBuffer();
    // as a camera's frames lie: in memory that the inference thread shares
    const shared = new Uint8Array(new SharedArrayBuffer(pixels.byteLength));
    shared.set(pixels);
    return ok({ width, height, pixels: shared });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('picture-unreadable', `--image ${path} cannot be read as a picture: ${why}`);
  }
};
