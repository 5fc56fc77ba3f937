import type { Fault } from '@throng/contract';
import { type FeatureRef, featureLists } from './venue-draft.js';

/** A fault with the thing on the map that it is about, where it is about one. */
export interface PlacedFault extends Fault {
  readonly part: 'venue' | 'calendar';
  readonly ref: FeatureRef | null;
  /** Below the thing: "polygon", "bands/watch". */
  readonly field: string;
}

/** Finds the thing that a fault's JSON pointer is about: `/zones/3/polygon` is the fourth zone. */
export const placedFault = (part: PlacedFault['part'], fault: Fault): PlacedFault => {
  const [, listName, number, ...rest] = fault.path.split('/');
  const list = featureLists.find((each) => each === listName);
  const index = Number(number);
  if (part === 'calendar' || list === undefined || !Number.isInteger(index) || number === '') {
    return { ...fault, part, ref: null, field: fault.path.slice(1) };
  }
  return { ...fault, part, ref: { list, index }, field: rest.join('/') };
};
