import { fail, ok, type Result } from '@throng/contract';
import { imageSize } from 'image-size';
import { MAX_PIXELS, type PictureType } from '../../venue-versions/floor-plan.js';

export type PictureFault = 'not-a-picture' | 'not-whole' | 'too-many-pixels';

/** What the header reader calls each type. */
const NAMES: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/**
 * Whether bytes are a whole picture of the type that they are said to be, with nothing behind its
 * end. Its pixels are not unpacked here: the browser does that, and shows nothing where they are broken.
 */
export const checkPicture = (type: PictureType, bytes: Uint8Array): Result<void, PictureFault> => {
  const size = sizeOf(bytes);
  if (size?.type !== NAMES[type]) return fail('not-a-picture', `this is no ${type}`);
  if (!isWhole(type, bytes)) {
    return fail('not-whole', `the ${type} is cut off, or something lies behind its end`);
  }
  const pixels = size.width * size.height;
  return pixels > 0 && pixels <= MAX_PIXELS
    ? ok(undefined)
    : fail(
        'too-many-pixels',
        `it has ${size.width} × ${size.height} pixels; ${MAX_PIXELS / 1_000_000} million are allowed`,
      );
};

const sizeOf = (bytes: Uint8Array) => {
  try {
    return imageSize(bytes);
  } catch {
    // The reader throws for whatever it does not know.
    return undefined;
  }
};

const isWhole = (type: PictureType, bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/png':
      return endsAtIend(view);
    case 'image/jpeg': // EOI, ITU-T T.81 table B.1
      return view.getUint16(view.byteLength - 2) === 0xff_d9;
    case 'image/webp': // RIFF: the size of all that follows it
      return view.getUint32(4, true) + 8 === view.byteLength;
  }
};

/** Walks the chunks: length, type, content, checksum (PNG, third edition, 5.3). */
const endsAtIend = (view: DataView): boolean => {
  const IEND = 0x49_45_4e_44;
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const type = view.getUint32(at + 4);
    at += 12 + view.getUint32(at);
    if (type === IEND) return at === view.byteLength;
  }
  return false;
};
