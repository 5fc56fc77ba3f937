import type { ThemeChoice } from '../state/dashboard-state.js';

const KEY = 'throng.theme';

/** The theme chosen on an earlier visit. A browser that refuses storage follows the system. */
export const rememberedTheme = (): ThemeChoice => {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'dark' || value === 'light' ? value : 'system';
  } catch {
    return 'system';
  }
};

export const rememberTheme = (theme: ThemeChoice): void => {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
};
