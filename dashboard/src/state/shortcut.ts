/** What a key does, in the order of the list. */
export const SHORTCUTS = {
  j: 'next',
  k: 'previous',
  a: 'acknowledge',
  c: 'comment',
  m: 'map',
  '/': 'search',
  w: 'wall',
  '?': 'list',
} as const;
export type Shortcut = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** A key that was pressed, and where. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Somebody writes there, or a dialog is open: keys are theirs. */
  readonly isTyping: boolean;
}

const isKey = (key: string): key is keyof typeof SHORTCUTS => Object.hasOwn(SHORTCUTS, key);

/** What a key does now; null while somebody types, and for keys of browser and system (SPEC CR3). */
export const shortcutOf = ({
  altKey,
  ctrlKey,
  isTyping,
  key,
  metaKey,
}: Pressed): Shortcut | null => {
  if (isTyping || ctrlKey || altKey || metaKey) return null;
  return isKey(key) ? SHORTCUTS[key] : null;
};
