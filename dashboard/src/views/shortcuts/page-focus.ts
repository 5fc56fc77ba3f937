/** Where the focus is, and where keys lead it. */
const WRITES = 'input, textarea, select, [contenteditable], dialog[open], :popover-open';

/** Somebody writes, chooses or has a dialog open: its keys are not ours. */
export const isTyping = (): boolean =>
  document.activeElement?.closest(WRITES) != null || document.querySelector('dialog[open]') != null;

const shown = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-alert]')].filter((card) =>
    card.checkVisibility(),
  );

const focused = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-alert]') ?? null;

/** Moves the focus by one alert, round the end; says which it is on. */
export const moveToAlert = (
  step: 1 | -1,
  words: { readonly none: string; readonly position: (index: number, count: number) => string },
): string => {
  const cards = shown();
  const from = focused();
  const at = from === null ? -1 : cards.indexOf(from);
  const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step;
  const index = (next + cards.length) % cards.length;
  const card = cards[index];
  if (card === undefined) return words.none;
  card.focus();
  card.scrollIntoView({ block: 'nearest' });
  return words.position(index + 1, cards.length);
};

/** Presses a button of the focused alert; false where there is none. */
export const press = (selector: string): boolean => {
  const button = focused()?.querySelector<HTMLButtonElement>(selector);
  button?.click();
  return button != null;
};

/** Leads to the map, which pans and zooms by its own keys. */
export const toMap = (): boolean => {
  const map = document.querySelector<HTMLElement>('.map');
  map?.focus();
  return map !== null;
};
