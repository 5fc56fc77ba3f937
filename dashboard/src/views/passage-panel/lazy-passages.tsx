import { lazy } from 'react';
import { loadPageTexts } from '../../texts/pages.js';

/** Loaded when the first passage, or a list of them, is opened; with their words. */
export const PassagePanel = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('./passage-panel.js')).PassagePanel };
});

export const PassageTable = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('./passage-table.js')).PassageTable };
});

export const ZonePassages = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('./zone-passages.js')).ZonePassages };
});
