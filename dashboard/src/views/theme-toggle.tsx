import type { ThemeChoice } from '../state/dashboard-state.js';
import { texts } from '../texts/index.js';
import { useDispatch } from './dashboard-context.js';

const next: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'dark',
  dark: 'light',
  light: 'system',
};

const icons: Readonly<Record<ThemeChoice, string>> = {
  system: 'M2 3h12v8H2ZM6 13h4M8 11v2',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z',
  light:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
};

export const ThemeToggle = ({ theme }: { readonly theme: ThemeChoice }) => {
  const dispatch = useDispatch();
  return (
    <button
      type="button"
      className="icon-button"
      title={texts.page.theme[theme]}
      aria-label={texts.page.theme[theme]}
      onClick={() => dispatch({ type: 'theme-chosen', theme: next[theme] })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={icons[theme]} />
      </svg>
    </button>
  );
};
