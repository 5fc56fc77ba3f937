import type { Random } from '@throng/simulation';
import type { PlacedText } from './json-places.js';

/** Texts that no serializer writes: numbers, strings and nests that only a stranger sends. */
const RAW = [
  ...['NaN', 'Infinity', '1e999', '-1e999', '01', '+1', '.5', '0x10', '1'.repeat(400), '-0.0'],
  ...['"\\ud800"', '"\\u0000"', '"\u0000"', "'x'", '"', 'undefined', '//', ''],
  ...['{"__proto__":{"v":1}}', '{"v":1,"v":2}', '{"":{}}'],
  ...[`${'['.repeat(3_000)}${']'.repeat(3_000)}`, '{"a":'.repeat(2_000)],
];

/** What is put where nobody expects it, as text, of values that were not expected either. */
export const junkTexts = (junk: readonly unknown[]): readonly string[] => [
  ...junk.map((value) => JSON.stringify(value) ?? 'null'),
  ...RAW,
];

/**
 * A text of JSON in which one to three entries are replaced, removed or joined by another: what
 * `spoil` does to a value, without taking it apart and writing it again. Places that overlap one
 * that was changed before are left.
 */
export const spoilText = (
  { places, text }: PlacedText,
  junk: readonly string[],
  random: Random,
): string => {
  const edits: { from: number; to: number; instead: string }[] = [];
  for (let time = random.whole(1, 3); time > 0; time -= 1) {
    const { at, cut, isField, value } = random.pick(places);
    const [instead, way] = [random.pick(junk), random.whole(0, 3)];
    const isAdded = way === 1 && isField;
    const [from, to] = way === 0 ? cut : isAdded ? ([at, at] as const) : value;
    if (edits.some((edit) => from <= edit.to && edit.from <= to)) continue;
    const added = (): string => `${text.slice(at, value[0] - 2)}${random.whole(0, 9)}":${instead},`;
    edits.push({ from, to, instead: way === 0 ? '' : isAdded ? added() : instead });
  }
  edits.sort((one, other) => one.from - other.from);
  let [spoiled, upTo] = ['', 0];
  for (const { from, instead, to } of edits) {
    spoiled += text.slice(upTo, from) + instead;
    upTo = to;
  }
  return spoiled + text.slice(upTo);
};
