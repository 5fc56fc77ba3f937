import type { ZoneAhead, ZoneForecast } from '@throng/contract';
import { texts } from '../texts/index.js';
import { limitText } from '../texts/limit-text.js';

/** What the next minutes bring, in numbers; or why nobody can say. */
export const ZoneOutlook = ({ forecast }: { readonly forecast: ZoneForecast }) => (
  <section className="outlook">
    <h3>{texts.zone.ahead}</h3>
    {forecast.ahead === null ? (
      <p className="note">
        {texts.zone.noForecast(texts.noForecast[forecast.unknownBecause ?? 'failed'])}
      </p>
    ) : (
      <Horizons ahead={forecast.ahead} />
    )}
  </section>
);

const Horizons = ({ ahead: { horizons, passing } }: { readonly ahead: ZoneAhead }) => (
  <>
    <table>
      <caption className="hidden">{texts.zone.aheadCaption}</caption>
      <thead>
        <tr>
          {horizons.map(({ seconds }) => (
            <th key={seconds} scope="col">
              {texts.zone.aheadIn(seconds)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {horizons.map(({ seconds, density, low80, high80 }) => (
            <td key={seconds}>
              <strong className={density >= passing.limit ? 'passes' : ''}>
                {texts.density(density)}
              </strong>
              <span className="note">{texts.zone.between(low80, high80)}</span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
    <p className="note">
      {passing.expectedSeconds === 0
        ? texts.zone.hasPassed(limitText(passing.limit, passing.limitFrom))
        : texts.zone.willPass(
            limitText(passing.limit, passing.limitFrom),
            passing.probability,
            passing.withinSeconds,
          )}
    </p>
  </>
);
