import { fromTimestamp, type VenueRecord } from '@throng/contract';

/** Where a record ends, epoch milliseconds. */
export const recordEnd = ({ from, step, steps }: VenueRecord): number =>
  fromTimestamp(from) + steps * step * 1_000;
