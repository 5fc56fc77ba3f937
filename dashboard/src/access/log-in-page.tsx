import { useEffect, useState } from 'react';
import { pageTexts } from '../texts/pages.js';
import { LanguageChoice } from '../views/language-choice.js';
import { ask } from './access-api.js';
import { type LogInWays, readLinkOwner, readSession, readWays } from './access-shapes.js';
import { readLogInAddress } from './log-in-address.js';
import { LogInForm } from './log-in-form.js';
import { PasswordForm } from './password-form.js';

const words = pageTexts('access');

/** Read once: the secret of a link leaves the address, and so the browser's history, at once. */
const address = readLogInAddress(location.hash, document.baseURI);
if (address.link !== null) history.replaceState(null, '', location.pathname);

// A link that is pasted where this page is open changes the address alone.
addEventListener('hashchange', () => location.reload());

const goOn = (): void => location.replace(address.to);

/** Where people come in: by password, by the house's own log-in, or by a one-time link. */
export const LogInPage = () => {
  const [ways, setWays] = useState<LogInWays | null>(null);
  const [owner, setOwner] = useState<{ readonly account: string | null } | null>(null);
  const [refused, setRefused] = useState(address.failed);
  useEffect(() => {
    const look = async () => {
      const known = await ask({ path: 'session/ways', read: readWays });
      if (known.ok) setWays(known.value);
      else setRefused(known.code);
      if (address.link === null) {
        // Another site's link brings no cookie along: whoever is in already goes on.
        if ((await ask({ path: 'session', read: readSession })).ok) goOn();
        else if (known.ok && known.value.mode === 'open') setRefused('open-access');
        return;
      }
      const body = { link: address.link };
      const found = await ask({ method: 'POST', path: 'link', body, read: readLinkOwner });
      if (found.ok) setOwner(found.value);
      else setRefused(found.code);
    };
    void look();
  }, []);
  useEffect(() => {
    if (ways !== null) document.title = words.logIn.title(ways.venue);
  }, [ways]);
  return (
    <main className="log-in">
      <header>
        <img src="./favicon.svg" alt="" width="40" height="40" />
        <p className="log-in-venue">{ways?.venue ?? 'Throng'}</p>
        <LanguageChoice isNamed />
      </header>
      {refused === null ? null : (
        <p className="log-in-refused" role="alert">
          {words.refused(refused)}
        </p>
      )}
      {ways?.mode === 'accounts' && (address.link === null || refused !== null) ? (
        <LogInForm oidc={ways.oidc} onDone={goOn} />
      ) : null}
      {owner === null || address.link === null ? null : (
        <PasswordForm link={address.link} account={owner.account} onDone={goOn} />
      )}
    </main>
  );
};
