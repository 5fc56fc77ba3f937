import type { Alert } from '@throng/contract';
import { memo } from 'react';
import { alertFeed, byIncident } from '../state/alert-order.js';
import type { Freshness } from '../state/connection.js';
import type { Picture } from '../state/picture.js';
import { venueSummary } from '../state/venue-summary.js';
import { zoneRows } from '../state/zone-order.js';
import { texts } from '../texts/index.js';
import { AlertCard } from './alert-card.js';
import { AlertFlood } from './alert-flood.js';
import { usePart } from './dashboard-context.js';
import { IncidentGroup } from './incident-group.js';

export interface AlertSectionProps {
  readonly picture: Picture;
  readonly freshness: Freshness;
}

/** Drawn anew with the picture, not with the clock. */
export const AlertSection = memo(({ picture, freshness }: AlertSectionProps) => {
  const { crowd, shelved, system, unseen, earlier } = alertFeed(picture.alerts.values());
  const cards = (alerts: readonly Alert[]) =>
    alerts.map((alert) => <AlertCard key={alert.id} alert={alert} picture={picture} />);
  const list = (alerts: readonly Alert[]) => <ol className="alert-list">{cards(alerts)}</ol>;
  const isFlood = usePart((state) => state.isFlood);
  const incidents = (alerts: readonly Alert[]) => (
    <ol className="alert-list">
      {byIncident(alerts).map((group) => (
        <IncidentGroup key={group.incident} group={group} picture={picture}>
          {cards(group.alerts)}
        </IncidentGroup>
      ))}
    </ol>
  );
  return (
    <section
      className="panel alert-section"
      id="alerts"
      aria-labelledby="alerts-heading"
      tabIndex={-1}
    >
      <h2 id="alerts-heading">{texts.alerts.heading}</h2>
      <div className="scroll">
        {crowd.length === 0 ? (
          <NoAlerts picture={picture} freshness={freshness} />
        ) : isFlood ? (
          <AlertFlood alerts={crowd} picture={picture} list={incidents} />
        ) : (
          incidents(crowd)
        )}
        {system.length > 0 ? (
          <>
            <h3>{texts.alerts.system}</h3>
            {list(system)}
          </>
        ) : null}
        {shelved.length > 0 ? (
          <details>
            <summary>{texts.lifecycle.shelf(shelved.length)}</summary>
            {list(shelved)}
          </details>
        ) : null}
        {unseen.length > 0 ? (
          <details open>
            <summary>{texts.lifecycle.unseen(unseen.length)}</summary>
            {list(unseen)}
          </details>
        ) : null}
        {earlier.length > 0 ? (
          <details>
            <summary>{texts.alerts.earlier(earlier.length)}</summary>
            {list(earlier)}
          </details>
        ) : null}
      </div>
    </section>
  );
});

/** Calm is a statement too: it says what it rests on. */
const NoAlerts = ({ picture, freshness }: AlertSectionProps) => {
  const { measured, zones, unknown, partial } = venueSummary(zoneRows(picture));
  const names = (rows: typeof unknown) => rows.map(({ zone }) => zone.name);
  const isCertain = unknown.length === 0 && freshness !== 'outdated';
  return (
    <div className={`no-alerts ${isCertain ? 'certain' : 'uncertain'}`}>
      <strong>{texts.alerts.noCrowd}</strong>
      <p>{texts.alerts.noneMeasured(measured, zones)}</p>
      {unknown.length > 0 ? <p>{texts.alerts.noneButUnknown(names(unknown))}</p> : null}
      {partial.length > 0 ? <p>{texts.alerts.noneButPartial(names(partial))}</p> : null}
      {freshness === 'outdated' ? <p>{texts.alerts.noneButOld}</p> : null}
    </div>
  );
};
