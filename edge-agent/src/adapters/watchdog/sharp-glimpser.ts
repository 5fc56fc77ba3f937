import { createHash } from 'node:crypto';
import type { Picture } from '@throng/inference';
import sharp from 'sharp';
import type { Glimpser } from '../../ports/glimpser.js';
import { GLIMPSE, type Glimpse } from '../../watchdog/glimpse.js';

// libvips would otherwise keep what it worked on last, and take every core for a small picture.
sharp.cache(false);
sharp.concurrency(1);

/** Scales on a thread of libvips, in memory; the digest is of all pixels. */
export const sharpGlimpser: Glimpser = {
  glimpse: async ({ height, pixels, width }: Picture): Promise<Glimpse> => {
    const luma = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .greyscale()
      .resize(GLIMPSE.width, GLIMPSE.height, { fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer();
    return { luma, digest: createHash('sha1').update(pixels).digest('base64') };
  },
};
