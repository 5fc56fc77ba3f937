import { OUTSIDE, type PassageDefinition, type VenueDefinition } from '@throng/contract';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ColourScheme } from '../../map/palette.js';
import { closing } from '../../state/what-if-draft.js';
import { pageTexts } from '../../texts/pages.js';
import '../what-if/what-if.css';

const WhatIfDialog = lazy(async () => ({
  default: (await import('../what-if/what-if-dialog.js')).WhatIfDialog,
}));

export interface PassageAdviceProps {
  readonly venue: VenueDefinition;
  readonly passage: PassageDefinition;
  readonly scheme: ColourScheme;
}

/** The way to what would come of closing the passage, for those who come to it. */
export const PassageAdvice = ({ passage, scheme, venue }: PassageAdviceProps) => {
  const [isOpen, setOpen] = useState(false);
  const first = useMemo(() => closing(passage.id), [passage.id]);
  const before = passage.from === OUTSIDE ? passage.to : passage.from;
  const zone = venue.zones.find(({ id }) => id === before);
  // Whoever may not see that zone cannot ask for it.
  if (zone === undefined) return null;
  return (
    <div className="advice">
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {pageTexts('whatIf').open}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <WhatIfDialog {...{ scheme, venue, zone }} first={first} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
};
