import type { SpooledWindow } from '../ports/window-spool.js';

/**
 * Every second window of each camera: what a slice of old history gives up. A slice thinned again
 * keeps every 4th, then every 8th; the first of each camera always stays.
 */
export const everySecond = (
  windows: readonly Pick<SpooledWindow, 'id' | 'topic'>[],
): readonly number[] => {
  const seen = new Map<string, number>();
  return windows.flatMap(({ id, topic }) => {
    const before = seen.get(topic) ?? 0;
    seen.set(topic, before + 1);
    return before % 2 === 1 ? [id] : [];
  });
};
