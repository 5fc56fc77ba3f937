import type { PageTexts } from '../english-pages.js';
import { frenchAccess } from './access.js';
import { frenchBoxes } from './boxes.js';
import { frenchControl } from './control.js';
import { frenchDrill } from './drill.js';
import { frenchEditor } from './editor.js';
import { frenchFleet } from './fleet.js';
import { frenchPassage } from './passage.js';
import { frenchPlayback } from './playback.js';
import { frenchTokens } from './tokens.js';
import { frenchWhatIf } from './what-if.js';

export const frenchPages: PageTexts = {
  access: frenchAccess,
  boxes: frenchBoxes,
  control: frenchControl,
  drill: frenchDrill,
  editor: frenchEditor,
  fleet: frenchFleet,
  passage: frenchPassage,
  playback: frenchPlayback,
  tokens: frenchTokens,
  whatIf: frenchWhatIf,
};
