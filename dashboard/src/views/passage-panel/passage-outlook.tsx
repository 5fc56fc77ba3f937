import type { ExpectedFlow, PassageForecast } from '@throng/contract';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';

export interface PassageOutlookProps {
  /** Undefined until the server was heard, null where it does not say. */
  readonly forecast: PassageForecast | null | undefined;
  /** Names of where "in" and "out" lead. */
  readonly towards: { readonly in: string; readonly out: string };
}

/** What the next minutes bring each way, or why nobody can say. */
export const PassageOutlook = ({ forecast, towards }: PassageOutlookProps) => {
  const words = pageTexts('passage');
  return (
    <section className="outlook passage-outlook">
      <h3>{words.ahead}</h3>
      {forecast == null ? (
        <p className="note">{forecast === null ? words.forecastMissing : words.forecastAsked}</p>
      ) : forecast.horizons.length === 0 ? (
        <p className="note">{words.noForecast}</p>
      ) : (
        <table>
          <caption className="hidden">{words.aheadCaption}</caption>
          <thead>
            <tr>
              {forecast.horizons.map(({ seconds }) => (
                <th key={seconds} scope="col">
                  {texts.zone.aheadIn(seconds)}
                </th>
              ))}
            </tr>
          </thead>
          {(['in', 'out'] as const).map((way) => (
            <tbody key={way}>
              <tr>
                <th scope="rowgroup" colSpan={forecast.horizons.length}>
                  {words.towards(towards[way])}
                </th>
              </tr>
              <tr>
                {forecast.horizons.map((horizon) => (
                  <Expected key={horizon.seconds} expected={horizon[way]} />
                ))}
              </tr>
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
};

const Expected = ({ expected: { flow, high80, low80 } }: { readonly expected: ExpectedFlow }) => {
  const words = pageTexts('passage');
  return (
    <td>
      <strong>{words.flow(flow)}</strong>
      <span className="note">{words.interval(low80, high80)}</span>
    </td>
  );
};
