import type { PageTexts } from '../english-pages.js';
import { germanAccess } from './access.js';
import { germanBoxes } from './boxes.js';
import { germanControl } from './control.js';
import { germanDrill } from './drill.js';
import { germanEditor } from './editor.js';
import { germanFleet } from './fleet.js';
import { germanPassage } from './passage.js';
import { germanPlayback } from './playback.js';
import { germanTokens } from './tokens.js';
import { germanWhatIf } from './what-if.js';

export const germanPages: PageTexts = {
  access: germanAccess,
  boxes: germanBoxes,
  control: germanControl,
  drill: germanDrill,
  editor: germanEditor,
  fleet: germanFleet,
  passage: germanPassage,
  playback: germanPlayback,
  tokens: germanTokens,
  whatIf: germanWhatIf,
};
