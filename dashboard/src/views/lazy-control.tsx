import { type ComponentType, lazy } from 'react';
import type { Picture } from '../state/picture.js';
import type { Session } from '../state/session.js';
import { loadPageTexts } from '../texts/pages.js';

type Control = ComponentType<{ readonly picture: Picture; readonly session: Session | null }>;
type Frame = ComponentType<{ readonly session: Session | null }>;

/** Between two tries to load a part, milliseconds: nobody should miss that a show is stopped. */
const RETRY_MS = 5_000;

/** Loaded right after the picture, with its words; where it cannot be had the picture goes on, and it is tried again. */
const control = (load: () => Promise<{ readonly default: Control }>) =>
  lazy(async (): Promise<{ readonly default: Control }> => {
    for (;;) {
      try {
        await loadPageTexts();
        return await load();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  });

export const LazyControlTools = control(() => import('./control-tools.js'));
export const LazyShowBanner = control(() => import('./show-stop/show-banner.js'));

/** Not caught: a drill whose frame cannot be loaded must not be shown at all. */
export const LazyDrillFrame = lazy(async (): Promise<{ readonly default: Frame }> => {
  await loadPageTexts();
  return import('./drill/drill-frame.js');
});
