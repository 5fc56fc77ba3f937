import type { Picture } from '../state/picture.js';

/** What every page is given. */
export interface PageProps {
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}
