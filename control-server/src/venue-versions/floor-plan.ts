import type { Result } from '@throng/contract';
import type { StoreFault, StoreResult } from '../store/measurement-store.js';

/** Pictures that every browser shows and none runs: never SVG, which can hold scripts. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const MAX_PICTURE_BYTES = 4 * 1024 ** 2;

/** All pictures together: they are never erased, since an old version may name any of them. */
export const MAX_PICTURES_BYTES = 256 * 1024 ** 2;

/** Pixels that a picture may have once it is unpacked: what a phone can still draw. */
export const MAX_PIXELS = 64_000_000;

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

export interface NewPicture extends Picture {
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly id: string;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: string;
}

export interface FloorPlanStore {
  has(id: string): StoreResult<boolean>;
  read(id: string): StoreResult<Picture | undefined>;
  /** Keeps a picture; one that is kept already stays. */
  keep(picture: NewPicture): Result<void, 'too-many-pictures' | StoreFault>;
}
