import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPicture } from '../../../../control-server/src/adapters/pictures/check-picture.js';
import type { PictureType } from '../../../../control-server/src/venue-versions/floor-plan.js';

const drawn = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#e8e2d0' } });

const whole = new Map<PictureType, Uint8Array>();
beforeAll(async () => {
  whole.set('image/png', await drawn().png().toBuffer());
  whole.set('image/jpeg', await drawn().jpeg().toBuffer());
  whole.set('image/webp', await drawn().webp().toBuffer());
});
const of = (type: PictureType): Uint8Array => whole.get(type) ?? new Uint8Array();
const outcome = (type: PictureType, bytes: Uint8Array): string => {
  const checked = checkPicture(type, bytes);
  return checked.ok ? 'ok' : checked.code;
};

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

describe('[U] pictures of the floor', () => {
  it.each(TYPES)('a whole %s is taken', (type) => {
    expect(outcome(type, of(type))).toBe('ok');
  });

  it.each(TYPES)('a %s that says it is another type is none', (type) => {
    for (const other of TYPES) {
      if (other !== type) expect(outcome(other, of(type))).toBe('not-a-picture');
    }
  });

  it.each(TYPES)('a %s that is cut off anywhere is refused', (type) => {
    const bytes = of(type);
    for (let length = 0; length < bytes.length; length += 7) {
      expect(outcome(type, bytes.subarray(0, length)), `${length} bytes`).not.toBe('ok');
    }
  });

  it.each(TYPES)('a %s with something behind its end is refused', (type) => {
    const tail = new TextEncoder().encode('<script>alert(1)</script>');
    expect(outcome(type, Buffer.concat([of(type), tail]))).toBe('not-whole');
  });

  it('what can run in a browser is no picture, whatever it is called', () => {
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    );
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    for (const type of TYPES) {
      for (const bytes of [svg, page, new Uint8Array()]) {
        expect(outcome(type, bytes)).toBe('not-a-picture');
      }
    }
  });

  it('one that would unpack to more than a phone can draw is refused by its header', () => {
    const png = Buffer.from(of('image/png'));
    png.writeUInt32BE(50_000, 16);
    png.writeUInt32BE(50_000, 20);
    expect(outcome('image/png', png)).toBe('too-many-pixels');
  });
});
