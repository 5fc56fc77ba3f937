import type { Result } from '@throng/contract';
import type { Detection } from '../evaluation/box.js';
import type { Picture } from './picture.js';

/** A model that finds people one by one. */
export interface PersonModel {
  detect(picture: Picture): Promise<Result<readonly Detection[], 'model-failed'>>;
}
