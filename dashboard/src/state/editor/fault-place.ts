import type { Fault } from '@throng/contract';
import { type FeatureRef, featureLists } from './venue-draft.js';

/** A fault with the thing on the map that it is about, where it is about one. */
export interface PlacedFault extends Fault {
  readonly part: 'venue' | 'calendar' | 'server';
  readonly ref: FeatureRef | null;
  /** Below the thing, or below the part: "/polygon", "/bands/watch". */
  readonly field: string;
}

/** Finds the thing that a fault's JSON pointer is about: `/zones/3/polygon` is the fourth zone. */
export const placedFault = (part: PlacedFault['part'], fault: Fault): PlacedFault => {
  const [, listName, number, ...rest] = fault.path.split('/');
  const list = featureLists.find((each) => each === listName);
  const index = Number(number);
  if (part !== 'venue' || list === undefined || !Number.isInteger(index) || number === '') {
    return { ...fault, part, ref: null, field: fault.path };
  }
  return { ...fault, part, ref: { list, index }, field: rest.map((key) => `/${key}`).join('') };
};

const parts = ['venue', 'calendar', 'server'] as const;

/** A fault that the server found in a whole version: its pointer begins with the part. */
export const placedInVersion = (fault: Fault): PlacedFault => {
  const part = parts.find((each) => fault.path.startsWith(`/${each}`));
  if (part === undefined) return { ...fault, part: 'venue', ref: null, field: fault.path };
  return placedFault(part, { ...fault, path: fault.path.slice(part.length + 1) });
};
