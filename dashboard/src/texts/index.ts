import { english, type Texts } from './english.js';

/** The language of the page. */
export const texts: Texts = english;
