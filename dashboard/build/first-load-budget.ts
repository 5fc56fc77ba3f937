import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of gzip: what a phone on a crowded cell loads before the first picture. */
const BUDGET = 250_000;

/**
 * Weighs what each page loads before its first picture: its HTML, its script with all that is imported
 * outright, and their styles. What is loaded later, on demand, does not count. Prints it, and fails the
 * build above the budget.
 */
export const firstLoadBudget = (folder: string): Plugin => {
  const loads = new Map<string, Set<string>>();
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
        // A worker is an entry too, but nothing that a reader waits for.
        if (chunk.facadeModuleId?.endsWith('.html') !== true) continue;
        loads.set(chunk.name, filesOf(chunk, bundle, new Set()));
      }
    },
    closeBundle() {
      for (const [page, files] of loads) {
        const bytes = [...files, `${page}.html`]
          .map((file) => join(folder, file))
          // A chunk of nothing but styles is dropped once these are files of their own.
          .filter((file) => existsSync(file))
          .map((file) => gzipSync(readFileSync(file)).length)
          .reduce((sum, size) => sum + size, 0);
        const message = `${page}: first load ${(bytes / 1_000).toFixed(1)} kB gzip of ${BUDGET / 1_000} kB`;
        if (bytes > BUDGET) this.error(`${message}: too large`);
        this.info(message);
      }
    },
  };
};

/** A chunk, all that it imports outright, and their styles. */
const filesOf = (
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  files: Set<string>,
): Set<string> => {
  if (files.has(chunk.fileName)) return files;
  files.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(imported, bundle, files);
  }
  return files;
};
