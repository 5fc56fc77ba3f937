import { useEffect, useRef } from 'react';
import { endDrill } from '../../adapters/drill-desk.js';
import { pageOfLane } from '../../adapters/lane.js';
import { alertFeed } from '../../state/alert-order.js';
import { freshness } from '../../state/connection.js';
import type { DashboardState } from '../../state/dashboard-state.js';
import { lacks, type Session } from '../../state/session.js';
import { alertText } from '../../texts/alert-text.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { useRealVenue } from './real-alerts.js';
import { useDrills } from './use-drills.js';
import './drill.css';

/** The frame round a drill: stripes and the word on every side, the way out, and what is real above it all. */
const DrillFrame = ({ session }: { readonly session: Session | null }) => {
  const words = pageTexts('drill');
  const { desk, take } = useDrills();
  const real = useRealVenue();
  const running = desk?.running ?? null;
  return (
    <>
      <div className="drill-stripes" aria-hidden="true" />
      <div className="drill-word" aria-hidden="true">
        {texts.page.drill}
      </div>
      <section className="drill-bar" role="status">
        <strong>{texts.page.drill}</strong>
        <span>
          {desk === null
            ? words.looking
            : running === null
              ? words.over
              : `${words.runs(running.scenario, running.by, running.speed)} ${running.tellsPeople ? words.peopleTold : words.nobodyTold}`}
        </span>
        <span className="drill-ways">
          {running === null || lacks(session, 'run-drill') ? null : (
            <button type="button" className="button" onClick={async () => take(await endDrill())}>
              {words.end}
            </button>
          )}
          <a className="button" href={pageOfLane('live')}>
            {words.leave}
          </a>
        </span>
      </section>
      <RealStrip real={real} />
    </>
  );
};

/** The real alerts; a grave one interrupts the drill. */
const RealStrip = ({ real }: { readonly real: DashboardState }) => {
  const words = pageTexts('drill');
  const dialog = useRef<HTMLDialogElement>(null);
  const { picture } = real;
  const { crowd } = alertFeed(picture?.alerts.values() ?? []);
  const grave = crowd.filter(
    ({ handling, priority }) =>
      (priority === 'critical' || priority === 'emergency') && handling?.acknowledged == null,
  );
  const isStopped = picture?.showStop?.stop != null || picture?.showStop?.ask != null;
  const mustLeave = grave.length > 0 || isStopped;
  useEffect(() => {
    if (mustLeave && dialog.current?.open === false) dialog.current.showModal();
    if (!mustLeave) dialog.current?.close();
  }, [mustLeave]);
  const isKnown = picture !== null && freshness(real.connection, real.now) !== 'outdated';
  return (
    <>
      <section className="real-strip" aria-label={words.real}>
        <strong>{words.real}</strong>
        {picture === null || !isKnown ? (
          <span className="real-unknown">{words.realUnknown}</span>
        ) : crowd.length === 0 ? (
          <span>{words.realCalm}</span>
        ) : (
          crowd.slice(0, 4).map((alert) => {
            const { where, what } = alertText(alert, picture);
            return (
              <span key={alert.id} className={`chip chip-${alert.priority}`}>
                {texts.alerts.announced(texts.band[alert.priority], where, what)}
              </span>
            );
          })
        )}
      </section>
      <dialog ref={dialog} className="real-alarm" aria-labelledby="real-alarm">
        <h2 id="real-alarm">{words.interrupted}</h2>
        {isStopped ? <p>{words.realStop}</p> : null}
        {picture === null
          ? null
          : grave.map((alert) => {
              const { where, what } = alertText(alert, picture);
              return (
                <p key={alert.id}>
                  {texts.alerts.announced(texts.band[alert.priority], where, what)}
                </p>
              );
            })}
        <a className="button" href={pageOfLane('live')}>
          {words.toReal}
        </a>
      </dialog>
    </>
  );
};

export default DrillFrame;
