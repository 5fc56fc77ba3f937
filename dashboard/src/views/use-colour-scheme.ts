import { useEffect, useSyncExternalStore } from 'react';
import type { ColourScheme } from '../map/palette.js';
import type { ThemeChoice } from '../state/dashboard-state.js';

const prefersLight = matchMedia('(prefers-color-scheme: light)');

const subscribe = (listener: () => void) => {
  prefersLight.addEventListener('change', listener);
  return () => prefersLight.removeEventListener('change', listener);
};

/** The scheme in force, told to the style sheet too. */
export const useColourScheme = (theme: ThemeChoice): ColourScheme => {
  const isLight = useSyncExternalStore(subscribe, () => prefersLight.matches);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  if (theme !== 'system') return theme;
  return isLight ? 'light' : 'dark';
};
