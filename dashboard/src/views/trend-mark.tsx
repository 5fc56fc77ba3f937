import { trendDirection } from '../state/trend.js';
import { texts } from '../texts/index.js';
import { trendText } from '../texts/zone-text.js';

const arrows = {
  rising: 'M6 1.5 11 9H1Z',
  falling: 'M6 10.5 1 3h10Z',
} as const;

/** An arrow and the change per minute; the whole sentence for those who hear the page. */
export const TrendMark = ({ trend }: { readonly trend: number | null }) => {
  const direction = trendDirection(trend);
  if (trend === null || direction === 'unknown') {
    return (
      <span className="trend" title={texts.trend.unknown}>
        <span aria-hidden="true">–</span>
        <span className="hidden">{texts.trend.unknown}</span>
      </span>
    );
  }
  return (
    <span className={`trend trend-${direction}`}>
      {direction === 'steady' ? null : (
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={arrows[direction]} />
        </svg>
      )}
      <span aria-hidden="true">{texts.trend.short(direction === 'steady' ? 0 : trend)}</span>
      <span className="hidden">{trendText(trend)}</span>
    </span>
  );
};
