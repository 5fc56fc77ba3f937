import type { VenueDefinition } from '@throng/contract';
import type { ColourScheme } from '../../map/palette.js';

/** Which zone is advised on, and how it is shown. */
export interface ZoneAdviceProps {
  readonly venue: VenueDefinition;
  readonly zone: VenueDefinition['zones'][number];
  readonly scheme: ColourScheme;
}
