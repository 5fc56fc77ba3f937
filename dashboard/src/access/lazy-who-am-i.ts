import { type ComponentType, lazy } from 'react';
import type { ConnectionPhase } from '../state/connection.js';
import { loadPageTexts } from '../texts/pages.js';

type WhoAmI = ComponentType<{ readonly phase: ConnectionPhase }>;

const Nobody: WhoAmI = () => null;

/** Loaded after the picture: the map does not wait for a name. Without it the page goes on. */
export const LazyWhoAmI = lazy(async (): Promise<{ readonly default: WhoAmI }> => {
  try {
    await loadPageTexts();
    return await import('./who-am-i.js');
  } catch {
    return { default: Nobody };
  }
});
