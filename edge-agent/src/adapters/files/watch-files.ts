import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock } from '../../ports/clock.js';

/** Milliseconds without a further change after which a file counts as written. */
const SETTLED = 1_000;

/**
 * Calls `onChange` after one of the files has changed and rests. The folders are watched, not the
 * files: editors and secret stores put a new file in the place of the old one.
 */
export const watchFiles = (
  paths: readonly string[],
  clock: Clock,
  onChange: () => void,
): (() => void) => {
  let cancel: () => void = () => undefined;
  const changed = () => {
    cancel();
    cancel = clock.after(SETTLED, onChange);
  };
  const watchers: FSWatcher[] = [...new Set(paths.map((path) => dirname(path)))].map((folder) => {
    const names = paths.filter((path) => dirname(path) === folder).map((path) => basename(path));
    const watcher = watch(folder, (_, name) => {
      if (name === null || names.includes(name)) changed();
    });
    watcher.on('error', () => watcher.close()); // the folder has gone: nothing more will change there
    return watcher;
  });
  return () => {
    cancel();
    for (const watcher of watchers) watcher.close();
  };
};
