import type { Catalogue } from './catalogue.js';
import { englishAccess } from './english-access.js';
import { englishBoxes } from './english-boxes.js';
import { englishControl } from './english-control.js';
import { englishDrill } from './english-drill.js';
import { englishEditor } from './english-editor.js';
import { englishFleet } from './english-fleet.js';
import { englishPassage } from './english-passage.js';
import { englishPlayback } from './english-playback.js';
import { englishTokens } from './english-tokens.js';
import { englishWhatIf } from './english-what-if.js';

/** What the pages beside the live one say, in English. */
export const englishPages = {
  access: englishAccess,
  boxes: englishBoxes,
  control: englishControl,
  drill: englishDrill,
  editor: englishEditor,
  fleet: englishFleet,
  passage: englishPassage,
  playback: englishPlayback,
  tokens: englishTokens,
  whatIf: englishWhatIf,
} as const;

/** What a language must say on the pages beside the live one. */
export type PageTexts = Catalogue<typeof englishPages>;
