import { pageTexts } from '../texts/pages.js';
import { ShownOnce } from './shown-once.js';

const words = pageTexts('access');

/** A one-time link, to be handed over: it is shown this once. */
export const LinkNote = ({
  expiresAt,
  link,
  name,
}: {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: string;
}) => (
  <ShownOnce
    text={words.accounts.link(name, Date.parse(expiresAt))}
    secret={new URL(`login.html#link=${link}`, document.baseURI).href}
  />
);
