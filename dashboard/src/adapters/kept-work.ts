import { type KeptWork, readKeptWork } from '../state/editor/draft-shape.js';

const keyOf = (venue: string): string => `throng.editor.${venue}`;

/** Work on a venue that was not saved when the page was left. A browser that refuses storage has none. */
export const keptWork = (venue: string): KeptWork | undefined => {
  try {
    return readKeptWork(localStorage.getItem(keyOf(venue)) ?? '');
  } catch {
    return undefined;
  }
};

/** Keeps work for after a reload; whether the browser took it. */
export const keepWork = (venue: string, work: KeptWork): boolean => {
  try {
    localStorage.setItem(keyOf(venue), JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
};

export const forgetWork = (venue: string): void => {
  try {
    localStorage.removeItem(keyOf(venue));
  } catch {
    // Nothing was kept then.
  }
};
