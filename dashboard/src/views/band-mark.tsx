import { memo } from 'react';
import type { ZoneStanding } from '../state/zone-order.js';

/** One shape per band, so that no colour ever stands alone; sharper corners mean more danger. */
const shapes: Readonly<Record<ZoneStanding, string>> = {
  normal: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  watch: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  warning: 'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  critical: 'M8 1.5 15 14H1Z',
  emergency: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Z',
  unknown: 'M2.5 2.5h11v11h-11Z',
};

/** The sign of a band; the words for it stand beside it or in the label of what holds it. */
export const BandMark = memo(({ standing }: { readonly standing: ZoneStanding }) => (
  <svg className={`band-mark band-${standing}`} viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[standing]} />
    {standing === 'unknown' ? (
      <text x="8" y="11.8" textAnchor="middle">
        ?
      </text>
    ) : null}
    {standing === 'emergency' || standing === 'critical' ? (
      <path className="bang" d="M7.2 5h1.6v4.4H7.2ZM7.2 10.8h1.6v1.6H7.2Z" />
    ) : null}
  </svg>
));
