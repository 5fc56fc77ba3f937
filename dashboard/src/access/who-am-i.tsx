import { useEffect, useState } from 'react';
import { agreeOnLanguage } from '../adapters/account-language.js';
import type { ConnectionPhase } from '../state/connection.js';
import type { Session } from '../state/session.js';
import { pageTexts } from '../texts/pages.js';
import { useDispatch } from '../views/dashboard-context.js';
import { ask, nothing } from './access-api.js';
import { readSession } from './access-shapes.js';
import './who-am-i.css';

const words = pageTexts('access');

let isLeaving = false;

/** Once: logging out closes the live channel too, which asks again who is in. */
const goToLogIn = (): void => {
  if (isLeaving) return;
  isLeaving = true;
  const here = location.pathname.split('/').at(-1) ?? '';
  const to = new URLSearchParams({ to: `${here}${location.hash}` });
  location.assign(new URL(`login.html#${to}`, document.baseURI));
};

/** Who is in, as the server says; asked again whenever the live channel was lost. */
const useSession = (phase: ConnectionPhase): Session | null => {
  const dispatch = useDispatch();
  const [session, setSession] = useState<Session | null>(null);
  const isLost = phase === 'waiting';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost channel may be an ended session
  useEffect(() => {
    const look = async () => {
      const answer = await ask({ path: 'session', read: readSession });
      if (answer.ok) {
        const known = { ...answer.value, endsAt: Date.parse(answer.value.endsAt) };
        setSession(known);
        dispatch({ type: 'session-known', session: known });
        agreeOnLanguage(known);
      } else if (answer.code === 'not-logged-in') goToLogIn();
    };
    void look();
  }, [isLost, dispatch]);
  return session;
};

/** Whoever is logged in, in the top bar, with the way out. */
const WhoAmI = ({ phase }: { readonly phase: ConnectionPhase }) => {
  const session = useSession(phase);
  if (session === null) return null;
  if (session.kind === 'open') {
    return (
      <span className="open-access" title={words.who.openNote}>
        {words.who.open}
      </span>
    );
  }
  const role = words.role(session.role);
  const leave = (path: 'session' | 'sessions') => async () => {
    await ask({ method: 'DELETE', path, read: nothing });
    goToLogIn();
  };
  return (
    <>
      <button
        type="button"
        className="who"
        popoverTarget="who-details"
        aria-label={words.who.menu(session.name, role)}
      >
        <span className="who-name">{session.name}</span> <span className="who-role">{role}</span>
      </button>
      <div className="details" id="who-details" popover="auto">
        <dl>
          <div>
            <dt>{words.who.zones}</dt>
            <dd>{session.zones?.join(', ') ?? words.who.wholeVenue}</dd>
          </div>
          <div>
            <dt>{words.who.ends}</dt>
            <dd>{words.at(session.endsAt)}</dd>
          </div>
        </dl>
        <div className="who-leave">
          <button type="button" className="button" onClick={leave('session')}>
            {words.who.logOut}
          </button>
          <button type="button" className="button" onClick={leave('sessions')}>
            {words.who.everywhere}
          </button>
        </div>
      </div>
    </>
  );
};

export default WhoAmI;
