import type { VenueDefinition, ZoneCapacity } from '@throng/contract';
import { lazy, Suspense, useEffect, useState } from 'react';
import { fetchSafeCapacity } from '../../adapters/advice.js';
import { pageTexts } from '../../texts/pages.js';
import { capacityText } from '../../texts/what-if-text.js';
import type { ZoneAdviceProps } from './zone-advice-props.js';
import './what-if.css';

const WhatIfDialog = lazy(async () => ({
  default: (await import('./what-if-dialog.js')).WhatIfDialog,
}));

/** For how many a zone has room, and the way to what would come of plans. */
export const ZoneAdvice = ({ scheme, venue, zone }: ZoneAdviceProps) => {
  const words = pageTexts('whatIf');
  const [isOpen, setOpen] = useState(false);
  const capacity = useCapacity(zone.id);
  return (
    <section className="advice">
      {capacity === null ? null : <Capacity capacity={capacity} venue={venue} />}
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {words.open}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <WhatIfDialog venue={venue} zone={zone} scheme={scheme} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
};

const useCapacity = (zone: string): ZoneCapacity | null => {
  const [zones, setZones] = useState<readonly ZoneCapacity[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a server that did not answer is asked again with the next zone
  useEffect(() => {
    let isWanted = true;
    void fetchSafeCapacity().then((known) => {
      if (isWanted && known !== null) setZones(known.zones);
    });
    return () => {
      isWanted = false;
    };
  }, [zone]);
  return zones.find((each) => each.zone === zone) ?? null;
};

/** What binds, and every rule's own figure on demand. */
const Capacity = ({
  capacity,
  venue,
}: {
  readonly capacity: ZoneCapacity;
  readonly venue: VenueDefinition;
}) => {
  const words = pageTexts('whatIf');
  return (
    <details>
      <summary>{capacityText(capacity, venue)}</summary>
      <dl className="capacity-limits">
        {capacity.limits.map(({ persons, rule }) => (
          <div key={rule}>
            <dt>{words.limits[rule]}</dt>
            <dd>{words.count(persons)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{words.approve}</p>
    </details>
  );
};
