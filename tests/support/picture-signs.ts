/** Byte sequences with which pictures and video begin; a text or a database holds none of them. */
const SIGNS: readonly (readonly [name: string, sign: Buffer])[] = [
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['GIF', Buffer.from('GIF8')],
  ['WebP or AVI', Buffer.from('RIFF')],
  ['MP4', Buffer.from('ftyp')],
  ['H.264 parameter set', Buffer.from([0, 0, 0, 1, 0x67])],
  ['H.265 parameter set', Buffer.from([0, 0, 0, 1, 0x40])],
  ['JPEG in base64', Buffer.from('/9j/')],
  ['PNG in base64', Buffer.from('iVBOR')],
];

/** Which kinds of picture these bytes seem to hold. */
export const pictureSigns = (bytes: Buffer): string[] =>
  SIGNS.flatMap(([name, sign]) => (bytes.includes(sign) ? [name] : []));
