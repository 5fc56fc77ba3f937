import { NO_BREAK } from './numbers.js';

const many = (count: number, one: string, more: string): string =>
  `${count}${NO_BREAK}${count === 1 ? one : more}`;

/** What is said of drawings to and from other programs. */
export const englishGeoJson = {
  heading: 'GeoJSON in metres',
  export: 'Export',
  import: 'Import',
  read: (count: number, faults: number) =>
    `${many(count, 'shape', 'shapes')} read${faults === 0 ? '.' : `, ${many(faults, 'fault', 'faults')}:`}`,
  fault: {
    'no-collection': 'is no GeoJSON FeatureCollection; export one in the venue’s metres',
    'not-one-of': (words: readonly string[]) => `must be one of ${words.join(', ')}`,
    geometry: (wanted: string) => `must be a ${wanted}`,
    hole: 'has a hole; draw the area without it, as several if need be',
    'no-list': 'has no list of coordinates',
    'no-pairs': 'has coordinates that are no pair of numbers',
    degrees: 'is less than half a metre in size: in degrees? Export it in the venue’s metres',
    'few-corners': (count: number, least: number) =>
      `has ${many(count, 'corner', 'corners')}; at least ${least} are needed`,
  },
} as const;
