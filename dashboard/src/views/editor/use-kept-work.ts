import { useEffect, useState } from 'react';
import { forgetWork, keepWork } from '../../adapters/kept-work.js';
import { useEditor } from './editor-context.js';

/** Milliseconds after the last change: long enough for a word, short enough for a flat battery. */
const PAUSE_MS = 400;

/** Keeps unsaved work in the browser; whether it can. */
export const useKeptWork = (): boolean => {
  const { draft, state } = useEditor();
  const { base, basedOn } = state;
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    const { id } = base.venue;
    if (draft === base) {
      forgetWork(id);
      return;
    }
    const keep = () => setKept(keepWork(id, { basedOn, base, draft, at: Date.now() }));
    const timer = setTimeout(keep, PAUSE_MS);
    // The page may be left within the pause.
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [draft, base, basedOn]);
  return isKept;
};
