import type { Alert } from '@throng/contract';
import { useState } from 'react';
import type { Picture } from '../state/picture.js';
import { zoneRows, zoneStanding } from '../state/zone-order.js';
import { alertText } from '../texts/alert-text.js';
import { texts } from '../texts/index.js';
import { stewardTexts as words } from '../texts/steward.js';
import { unknownReason } from '../texts/zone-text.js';
import { BandMark } from '../views/band-mark.js';
import { AlertNow } from './alert-now.js';
import { BigButtons } from './big-buttons.js';
import { TapNews } from './tap-news.js';

const named = (): string | null => new URLSearchParams(location.hash.slice(1)).get('alert');

/** One alert with what helps, the others in a line each, and two buttons within the thumb's reach. */
export const AlertsPage = ({
  alerts,
  picture,
}: {
  readonly picture: Picture;
  readonly alerts: readonly Alert[];
}) => {
  const [chosen, choose] = useState(named);
  const shown = alerts.find(({ id }) => id === chosen) ?? alerts[0];
  const others = alerts.filter((alert) => alert !== shown);
  return (
    <>
      <main className="steward-main">
        {shown === undefined ? (
          <div className="steward-calm">
            <h2>{words.calm}</h2>
            <p>{words.calmNote}</p>
          </div>
        ) : (
          <AlertNow alert={shown} picture={picture} />
        )}
        {others.length === 0 ? null : (
          <section aria-label={words.others(others.length)}>
            <h2>{words.others(others.length)}</h2>
            <ul className="steward-others">
              {others.map((alert) => (
                <li key={alert.id}>
                  <button type="button" onClick={() => choose(alert.id)}>
                    <BandMark standing={alert.priority} />
                    <span className="where">{alertText(alert, picture).where}</span>
                    <span>{texts.band[alert.priority]}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ZoneList picture={picture} />
      </main>
      <div className="steward-dock">
        <TapNews />
        {shown === undefined ? null : <BigButtons alert={shown} />}
      </div>
    </>
  );
};

const ZoneList = ({ picture }: { readonly picture: Picture }) => (
  <section aria-label={words.zones}>
    <h2>{words.zones}</h2>
    <ul className="steward-zones">
      {zoneRows(picture).map(({ state, zone }) => (
        <li key={zone.id}>
          <BandMark standing={zoneStanding(state)} />
          <span className="where">{zone.name}</span>
          <span>
            {state.reading === null ? unknownReason(state) : words.density(state.reading.density)}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
