import type { Picture } from '@throng/inference';
import type { Glimpse } from '../watchdog/glimpse.js';

/** Makes a glimpse of a frame, which stays the caller's and must not change until it is made. */
export interface Glimpser {
  glimpse(picture: Picture): Promise<Glimpse>;
}
