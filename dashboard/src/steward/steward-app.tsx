import { useEffect, useState } from 'react';
import { alertFeed } from '../state/alert-order.js';
import { texts } from '../texts/index.js';
import { stewardTexts as words } from '../texts/steward.js';
import { Announcer } from '../views/announcer.js';
import { AlertsPage } from './alerts-page.js';
import { CountPage } from './count-page.js';
import { StewardHead } from './steward-head.js';
import { useLive } from './steward-store.js';
import { ToldPage } from './told-page.js';
import { useAlarm } from './use-alarm.js';

const tabs = ['alerts', 'count', 'told'] as const;
type Tab = (typeof tabs)[number];

/** SVG paths in a square of 16. */
const icons: Readonly<Record<Tab, string>> = {
  alerts: 'M8 2a4 4 0 0 1 4 4c0 4 1.5 5 1.5 5h-11S4 10 4 6a4 4 0 0 1 4-4M6.5 13.5h3',
  count: 'M3 3h10v10H3ZM8 5.5v5M5.5 8h5',
  told: 'M3 6v4h2.5L9 13V3L5.5 6ZM11 6a3 3 0 0 1 0 4M12.5 4.5a5 5 0 0 1 0 7',
};

/** One thing at a time, with what is to be done at the thumb. */
export const StewardApp = () => {
  const state = useLive();
  const [tab, setTab] = useState<Tab>('alerts');
  const { picture } = state;
  const feed = alertFeed(picture?.alerts.values() ?? []);
  const alerts = [...feed.crowd, ...feed.system];
  useAlarm(picture);
  useEffect(() => {
    document.title = words.title(picture?.venue.name ?? null, alerts.length);
  }, [picture?.venue.name, alerts.length]);
  return (
    <>
      <StewardHead state={state} />
      {picture === null ? (
        <main className="steward-waiting">{words.waiting}</main>
      ) : (
        <>
          {tab === 'alerts' ? <AlertsPage picture={picture} alerts={alerts} /> : null}
          {/* A count goes on while the steward looks elsewhere. */}
          <CountPage picture={picture} isShown={tab === 'count'} />
          {tab === 'told' ? <ToldPage /> : null}
          <Announcer picture={picture} />
        </>
      )}
      <nav className="steward-tabs" aria-label={texts.page.pages}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => setTab(each)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={icons[each]} />
            </svg>
            {words.tabs[each]}
            {each === 'alerts' && alerts.length > 0 ? (
              <span className="badge">{alerts.length}</span>
            ) : null}
          </button>
        ))}
      </nav>
    </>
  );
};
