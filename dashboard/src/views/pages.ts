import { type ComponentType, lazy } from 'react';
import type { PageName } from '../state/page-address.js';
import type { PageProps } from './page-props.js';

/** Pages beside the live one: loaded when they are opened, since the live one must come first. */
export const pages: Readonly<Record<Exclude<PageName, 'live'>, ComponentType<PageProps>>> = {
  playback: lazy(() => import('./playback/playback-page.js')),
  fleet: lazy(() => import('./fleet/fleet-page.js')),
};
