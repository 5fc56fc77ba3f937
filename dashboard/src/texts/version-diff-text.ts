import { type Coordinates, Ring, shapeOf, toPoint } from '@throng/contract';
import { area, distance } from '@throng/crowd';
import type { FieldChange } from '../state/editor/version-diff.js';
import { pageTexts } from './pages.js';

type Words = ReturnType<typeof pageTexts<'editor'>>;

const isRing = shapeOf(Ring);
const AREAS = ['polygon', 'area'];

/** One field's change in words: numbers and names as they are, shapes by their size. */
export const fieldChangeText = ({ after, before, field }: FieldChange): string => {
  const words = pageTexts('editor');
  return words.diff.change(
    fieldName(field, words),
    valueText(field, before, words),
    valueText(field, after, words),
  );
};

const fieldName = (field: string, words: Words): string => {
  const names: Readonly<Record<string, unknown>> = words.field;
  const name = field === 'area' ? words.field.polygon : names[field];
  return typeof name === 'string' ? name : field;
};

const valueText = (field: string, value: unknown, words: Words): string => {
  if (value === undefined) return words.diff.nothing;
  if (AREAS.includes(field)) {
    const ring = isRing(value);
    return ring.ok ? words.diff.corners(ring.value.length, area(ring.value.map(toPoint))) : '';
  }
  if (field === 'line' && Array.isArray(value))
    return words.diff.points(value.length, lengthOf(value));
  if (field === 'walls' && Array.isArray(value)) return words.diff.lines(value.length);
  if (Array.isArray(value)) return words.diff.entries(value.length);
  if (typeof value === 'object' && value !== null) return objectText(value, words);
  return String(value);
};

const lengthOf = (line: readonly Coordinates[]): number => {
  const [from, to] = line.map(toPoint);
  return from === undefined || to === undefined ? 0 : distance(from, to);
};

/** Flat objects of numbers, as thresholds are, value by value; others only as being there. */
const objectText = (value: object, words: Words): string => {
  const values: unknown[] = Object.values(value);
  return values.every((each) => typeof each === 'number') ? values.join(' / ') : words.diff.own;
};
