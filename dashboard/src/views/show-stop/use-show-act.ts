import type { ShowAct } from '@throng/contract';
import { useState } from 'react';
import { actOnShow } from '../../adapters/show-acts.js';
import { pageTexts } from '../../texts/pages.js';
import { wordsFor } from '../../texts/words-for.js';

/** Does something about the show, once at a time, and says what stands against it. */
export const useShowAct = () => {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const words = pageTexts('control').stop;
  const act = async (what: ShowAct): Promise<boolean> => {
    setBusy(true);
    const code = await actOnShow(what);
    setFault(code === null ? null : (wordsFor(words.fault, code) ?? words.otherFault));
    setBusy(false);
    return code === null;
  };
  return { act, fault, isBusy };
};
