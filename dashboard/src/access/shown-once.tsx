import { useState } from 'react';
import { pageTexts } from '../texts/pages.js';

const words = pageTexts('access');

/** A secret that is shown this once, to be handed over. */
export const ShownOnce = ({ secret, text }: { readonly text: string; readonly secret: string }) => {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(secret);
    } catch {
      // A page without HTTPS has no clipboard: the secret can be marked by hand.
    }
  };
  return (
    <div className="link-note" role="status">
      <p>{text}</p>
      <code>{secret}</code>
      <button type="button" className="button" onClick={copy}>
        {copied === secret ? words.accounts.copied : words.accounts.copy}
      </button>
    </div>
  );
};
