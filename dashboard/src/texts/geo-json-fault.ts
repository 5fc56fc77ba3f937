import type { GeoJsonCause } from '../state/editor/read-geojson.js';
import type { PageTexts } from './english-pages.js';

/** What is wrong with a shape of a file, in the reader's language; details of the schema stay English. */
export const geoJsonFault = (
  words: PageTexts['editor']['geoJson']['fault'],
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
      return words[cause.code](cause.detail);
    default:
      return words[cause.code];
  }
};
