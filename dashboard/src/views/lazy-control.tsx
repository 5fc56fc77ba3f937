import { type ComponentType, lazy } from 'react';
import type { Picture } from '../state/picture.js';
import type { Session } from '../state/session.js';
import { loadPageTexts } from '../texts/pages.js';

type Control = ComponentType<{ readonly picture: Picture; readonly session: Session | null }>;
type Frame = ComponentType<{ readonly session: Session | null }>;

const Nothing: Control = () => null;

/** Loaded right after the picture, with its words; where it cannot be had the picture goes on. */
const control = (load: () => Promise<{ readonly default: Control }>) =>
  lazy(async (): Promise<{ readonly default: Control }> => {
    try {
      await loadPageTexts();
      return await load();
    } catch {
      return { default: Nothing };
    }
  });

export const LazyControlTools = control(() => import('./control-tools.js'));
export const LazyShowBanner = control(() => import('./show-stop/show-banner.js'));

/** Not caught: a drill whose frame cannot be loaded must not be shown at all. */
export const LazyDrillFrame = lazy(async (): Promise<{ readonly default: Frame }> => {
  await loadPageTexts();
  return import('./drill/drill-frame.js');
});
