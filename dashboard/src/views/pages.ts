import { type ComponentType, lazy } from 'react';
import type { PageName } from '../state/page-address.js';
import { loadPageTexts } from '../texts/pages.js';
import type { PageProps } from './page-props.js';

/** A page with its words, loaded when it is opened. */
const page = (load: () => Promise<{ readonly default: ComponentType<PageProps> }>) =>
  lazy(async () => {
    await loadPageTexts();
    return load();
  });

/** Pages beside the live one: loaded when they are opened, since the live one must come first. */
export const pages: Readonly<Record<Exclude<PageName, 'live'>, ComponentType<PageProps>>> = {
  wall: page(() => import('./wall/wall-page.js')),
  playback: page(() => import('./playback/playback-page.js')),
  fleet: page(() => import('./fleet/fleet-page.js')),
  drill: page(() => import('./drill/drill-page.js')),
  editor: page(() => import('./editor/editor-page.js')),
  notifications: page(() => import('./notifications/notifications-page.js')),
  access: page(() => import('../access/access-page.js')),
};
