import { useState } from 'react';
import { pageTexts } from '../texts/pages.js';

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
}) => {
  const [copied, setCopied] = useState<string | null>(null);
  const address = new URL(`login.html#link=${link}`, document.baseURI).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(link);
    } catch {
      // A page without HTTPS has no clipboard: the address can be marked by hand.
    }
  };
  return (
    <div className="link-note" role="status">
      <p>{words.accounts.link(name, Date.parse(expiresAt))}</p>
      <code>{address}</code>
      <button type="button" className="button" onClick={copy}>
        {copied === link ? words.accounts.copied : words.accounts.copy}
      </button>
    </div>
  );
};
