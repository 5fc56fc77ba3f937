import { memo, Suspense } from 'react';
import { LazyWhoAmI } from '../access/lazy-who-am-i.js';
import { alertFeed, alertPriorities, countByPriority } from '../state/alert-order.js';
import type { DashboardState } from '../state/dashboard-state.js';
import type { Picture } from '../state/picture.js';
import { isComplete, venueSummary } from '../state/venue-summary.js';
import { zoneRows } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { BandMark } from './band-mark.js';
import { ConnectionStatus } from './connection-status.js';
import { LanguageChoice } from './language-choice.js';
import { LazyControlTools } from './lazy-control.js';
import { ThemeToggle } from './theme-toggle.js';

/** Where, when, how many, how bad, and whether to believe it. */
export const TopBar = ({ state }: { readonly state: DashboardState }) => {
  const { picture, theme } = state;
  return (
    <header className="top-bar">
      <h1>{picture?.venue.name ?? texts.page.title(null, 0)}</h1>
      {picture === null ? null : <People picture={picture} />}
      {picture === null ? null : <AlertCounts alerts={picture.alerts} />}
      <div className="top-end">
        {picture === null ? null : (
          <time
            className="clock"
            dateTime={new Date(picture.at).toISOString()}
            title={texts.time.dateInZone(picture.at)}
          >
            <span className="clock-date">{texts.time.dateInZone(picture.at)}</span>
            <span className="hidden">{texts.time.label}</span>
            {texts.time.clock(picture.at)}
          </time>
        )}
        {picture === null ? null : (
          <Suspense fallback={null}>
            <LazyControlTools picture={picture} session={state.session} />
          </Suspense>
        )}
        <ConnectionStatus state={state} />
        <LanguageChoice />
        <ThemeToggle theme={theme} />
        <Suspense fallback={null}>
          <LazyWhoAmI phase={state.connection.phase} />
        </Suspense>
      </div>
    </header>
  );
};

/** Counted anew with the picture, not with the clock. */
const People = memo(({ picture }: { readonly picture: Picture }) => {
  const summary = venueSummary(zoneRows(picture));
  const words = texts.count;
  const { persons, sigma, measured, zones } = summary;
  const isAll = isComplete(summary);
  const count = persons === null ? words.unknownValue : words.persons(persons);
  return (
    <p className="people">
      <strong>{isAll || persons === null ? count : words.atLeast(count)}</strong>
      {sigma === null ? null : <span className="sigma">{words.sigma(sigma)}</span>}
      <span className="people-label">{words.people}</span>
      {isAll ? null : <span className="people-basis">{words.zonesMeasured(measured, zones)}</span>}
    </p>
  );
});

const AlertCounts = memo(({ alerts }: Pick<Picture, 'alerts'>) => {
  const { crowd, system } = alertFeed(alerts.values());
  const counts = countByPriority(crowd);
  return (
    <ul className="alert-counts" aria-label={texts.alerts.heading}>
      {alertPriorities.map((priority) => (
        <li
          key={priority}
          className={counts[priority] > 0 ? `count chip-${priority}` : 'count none'}
          title={texts.alerts.countOf(counts[priority], texts.band[priority])}
        >
          <BandMark standing={priority} />
          <span className="count-number">{counts[priority]}</span>
          <span className="count-word">{texts.band[priority]}</span>
        </li>
      ))}
      {system.length > 0 ? (
        <li className="count equipment" title={texts.alerts.equipmentFaults(system.length)}>
          <svg className="outline-icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9" />
          </svg>
          <span className="count-number">{system.length}</span>
          <span className="count-word">{texts.alerts.system}</span>
        </li>
      ) : null}
    </ul>
  );
});
