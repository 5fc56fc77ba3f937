import type { PageTexts } from '../english-pages.js';
import { spanishAccess } from './access.js';
import { spanishBoxes } from './boxes.js';
import { spanishControl } from './control.js';
import { spanishDrill } from './drill.js';
import { spanishEditor } from './editor.js';
import { spanishFleet } from './fleet.js';
import { spanishPassage } from './passage.js';
import { spanishPlayback } from './playback.js';
import { spanishTokens } from './tokens.js';
import { spanishWhatIf } from './what-if.js';

export const spanishPages: PageTexts = {
  access: spanishAccess,
  boxes: spanishBoxes,
  control: spanishControl,
  drill: spanishDrill,
  editor: spanishEditor,
  fleet: spanishFleet,
  passage: spanishPassage,
  playback: spanishPlayback,
  tokens: spanishTokens,
  whatIf: spanishWhatIf,
};
