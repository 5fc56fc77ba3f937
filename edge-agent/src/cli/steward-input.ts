import { Identifier, shapeOf, Timestamp } from '@throng/contract';
import { InvalidArgumentError } from 'commander';
import { PersonName } from '../clicker/hand-count.js';

const isIdentifier = shapeOf(Identifier);
const isName = shapeOf(PersonName);
const isTime = shapeOf(Timestamp);

/** An option that names a camera or a zone. */
export const identifier = (text: string): string => {
  if (isIdentifier(text).ok) return text;
  throw new InvalidArgumentError('Give an id of the venue: lower-case letters, digits, hyphens.');
};

/** Who says something, as they want to be called: it stays on the box. */
export const personName = (text: string): string => {
  if (isName(text).ok) return text;
  throw new InvalidArgumentError('Give a name of 1 to 64 characters.');
};

export const personCount = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= 100_000) return value;
  throw new InvalidArgumentError('Give a whole number of persons.');
};

/** A moment: UTC as in windows, or `now`. In milliseconds. */
export const moment = (text: string): number => {
  if (text === 'now') return Date.now();
  if (isTime(text).ok) return Date.parse(text);
  throw new InvalidArgumentError('Write UTC as 2026-07-04T19:30:00Z, or "now".');
};
