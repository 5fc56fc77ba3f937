import { fail, ok, type Result } from '@throng/contract';
import type { PairMark } from './parse-marks.js';

type Parsed = Result<PairMark[], 'unreadable-pairs'>;

const unreadable = (message: string): Parsed => fail('unreadable-pairs', message);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const twoNumbers = (value: unknown): [number, number] | undefined => {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [a, b] = value;
  return typeof a === 'number' && typeof b === 'number' ? [a, b] : undefined;
};

/** One pair of ours, or a GeoJSON feature: a Point on the plan with its `pixel` as a property. */
const toPair = (entry: unknown): PairMark | undefined => {
  if (!isRecord(entry)) return undefined;
  const { geometry, properties } = entry;
  const pixel = twoNumbers(isRecord(properties) ? properties.pixel : entry.pixel);
  const ground = twoNumbers(isRecord(geometry) ? geometry.coordinates : entry.ground);
  return pixel === undefined || ground === undefined ? undefined : { pixel, ground };
};

const fromJson = (value: unknown): Parsed => {
  const entries = isRecord(value)
    ? (value.pairs ?? value.calibration_pairs ?? value.features)
    : value;
  if (!Array.isArray(entries)) {
    return unreadable(
      'holds no list of pairs: write [{"pixel": [640, 512], "ground": [12.5, 3]}, …], or GeoJSON points with a "pixel" property.',
    );
  }
  const pairs = entries.map(toPair);
  const bad = pairs.indexOf(undefined);
  return bad < 0
    ? ok(pairs.flatMap((pair) => pair ?? []))
    : unreadable(`entry ${bad + 1} has no "pixel" and "ground" of two numbers each.`);
};

const fromTable = (text: string): Parsed => {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ words: line.split(/[;,\t]/), line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const isNumber = (word: string): boolean => word.trim() !== '' && Number.isFinite(Number(word));
  const [first] = lines;
  const rows = first?.words.some(isNumber) ? lines : lines.slice(1);
  const bad = rows.find(({ words }) => words.length !== 4 || !words.every(isNumber));
  if (bad !== undefined) {
    return unreadable(`line ${bad.number} is not four numbers: px,py,x,y.`);
  }
  return ok(
    rows.map(({ words }) => {
      const [px = 0, py = 0, x = 0, y = 0] = words.map(Number);
      return { pixel: [px, py], ground: [x, y] };
    }),
  );
};

/**
 * Pairs from a file: JSON (ours, a `truth.json`, or GeoJSON points with a `pixel` property), or a
 * table of `px,py,x,y` between commas, semicolons or tabs, with or without a line of headings.
 */
export const parsePairsFile = (text: string): Parsed => {
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson) return fromTable(text);
  try {
    return fromJson(JSON.parse(text));
  } catch (cause) {
    return unreadable(`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
};
