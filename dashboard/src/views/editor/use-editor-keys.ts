import { useEffect, useRef } from 'react';

export interface EditorKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly cancel: () => void;
  readonly remove: () => void;
  readonly finish: () => void;
}

const MAP = '.edit-board .map';

/** Undo, redo, cancel, delete and finish by key; delete and finish only where the map has the keys. */
export const useEditorKeys = (keys: EditorKeys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (act === undefined) return;
      event.preventDefault();
      latest.current[act]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};

const actOf = (event: KeyboardEvent): keyof EditorKeys | undefined => {
  const { ctrlKey, metaKey, shiftKey, target } = event;
  const key = event.key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (key === 'z') return shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : undefined;
  }
  if (key === 'escape') return 'cancel';
  const isOnMap = target instanceof Element && target.closest(MAP) !== null;
  if (!isOnMap && target !== document.body) return undefined;
  if (key === 'delete' || key === 'backspace') return 'remove';
  return key === 'enter' ? 'finish' : undefined;
};
