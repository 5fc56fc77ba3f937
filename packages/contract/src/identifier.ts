import Type from 'typebox';

export const IDENTIFIER_PATTERN = '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$';

/** Ids name venues, edges, cameras, zones and passages; they are topic levels, so they hold no `+ # /`. */
export const Identifier = Type.String({
  pattern: IDENTIFIER_PATTERN,
  description: 'lower-case letters, digits and inner hyphens, 1 to 48 characters',
});
export type Identifier = Type.Static<typeof Identifier>;

const DIACRITICS = /\p{M}/gu;

/** Makes an identifier of any name ("Tor Süd #2" → "tor-sud-2"); empty when nothing of it can be kept. */
export const toIdentifier = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
