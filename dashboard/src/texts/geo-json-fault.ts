import type { GeoJsonCause } from '../state/editor/read-geojson.js';
import type { PageTexts } from './english-pages.js';
import { faultText } from './fault-text.js';

/** What is wrong with a shape of a file, in the reader's language. */
export const geoJsonFault = (
  { fault, geoJson: { fault: words } }: Pick<PageTexts['editor'], 'fault' | 'geoJson'>,
  cause: GeoJsonCause,
): string => {
  switch (cause.code) {
    case 'not-one-of':
      return words[cause.code](cause.words);
    case 'geometry':
      return words[cause.code](cause.wanted);
    case 'few-corners':
      return words[cause.code](cause.corners, cause.least);
    case 'schema':
      return faultText(fault, cause.fault);
    default:
      return words[cause.code];
  }
};
