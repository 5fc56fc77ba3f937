/** The pages of the dashboard, in the order of the menu. */
export const pageNames = [
  'live',
  'wall',
  'playback',
  'fleet',
  'drill',
  'editor',
  'notifications',
  'access',
] as const;
export type PageName = (typeof pageNames)[number];

/** The part of the address that names a page: kept by reload, bookmark and the browser's back. */
export const pageAddress = (page: PageName): string => `#/${page}`;

/** The page that an address names; the live one where it names none that there is. */
export const pageOf = (hash: string): PageName =>
  pageNames.find((page) => hash === pageAddress(page)) ?? 'live';
