import type { Random } from '@throng/simulation';
import fc from 'fast-check';

type Tree = Record<string, unknown> | unknown[];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Values that are not where anybody expects them: a pool of about `size` that a seed decides. */
export const junkOf = (seed: number, size = 800): readonly unknown[] => [
  ...fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed, numRuns: Math.ceil(size * 0.75) }),
  ...fc.sample(fc.double(), { seed, numRuns: Math.ceil(size / 8) }),
  ...fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), {
    ...{ seed, numRuns: Math.ceil(size / 8) },
  }),
  ...['__proto__', 'constructor', '../../etc/passwd', '\u0000', '𝕏'.repeat(300), 'x'.repeat(5_000)],
  ...[Number.MAX_SAFE_INTEGER + 2, -1, 1e308, -0, 0.1 + 0.2, null, true, [], {}],
  ...['2026-07-04T19:30:00.000Z', '9999-12-31T23:59:59.999Z', '1e9', 'NaN'],
];

/** Every place of a value: who holds it, under which key. */
const placesOf = (value: unknown): { readonly holder: Tree; readonly key: string }[] =>
  isTree(value)
    ? Object.keys(value).flatMap((key) => [
        { holder: value, key },
        ...placesOf(Reflect.get(value, key)),
      ])
    : [];

/** A copy in which one to three places are replaced, removed or added. */
export const spoil = (value: unknown, junk: readonly unknown[], random: Random): unknown => {
  const copy: unknown = structuredClone(value);
  for (let time = random.whole(1, 3); time > 0; time -= 1) {
    const places = placesOf(copy);
    const instead: unknown = structuredClone(random.pick(junk));
    if (places.length === 0) return instead;
    const { holder, key } = random.pick(places);
    const way = random.whole(0, 3);
    if (way === 0) Reflect.deleteProperty(holder, key);
    else if (way === 1 && !Array.isArray(holder)) holder[`${key}${random.whole(0, 9)}`] = instead;
    else Reflect.set(holder, key, instead);
  }
  return copy;
};

/** Bytes of a message that were cut, swapped or mixed with noise on their way. */
export const spoilBytes = (bytes: Buffer, random: Random): Buffer => {
  const way = random.whole(0, 3);
  if (way === 0) return bytes.subarray(0, random.whole(0, bytes.length));
  if (way === 1)
    return Buffer.from(Array.from({ length: random.whole(0, 300) }, () => random.whole(0, 255)));
  const noisy = Buffer.from(bytes);
  for (let time = random.whole(1, 8); time > 0 && noisy.length > 0; time -= 1) {
    noisy[random.whole(0, noisy.length - 1)] = random.whole(0, 255);
  }
  return way === 2 ? noisy : Buffer.concat([noisy, noisy]);
};
