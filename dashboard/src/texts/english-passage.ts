import { NO_BREAK, persons } from './numbers.js';
import { duration } from './times.js';

/** The words of passages. Flows are persons per minute. */
export const englishPassage = {
  heading: 'Passages',
  caption: 'Passages by load; flows in persons per minute, as the arrows on the map.',
  name: 'Passage',
  in: 'In/min',
  out: 'Out/min',
  load: 'Load',
  between: (from: string, to: string) => `${from} → ${to}`,
  outside: 'Outside',
  towards: (place: string) => `To ${place}`,
  flow: (perMinute: number) => persons(perMinute),
  perMinute: 'persons/min',
  planned: (both: number, planned: number) =>
    `${persons(both)} of ${persons(planned)}/min that its width is planned for, both ways together`,
  plannedOnly: (planned: number) =>
    `Its width is planned for ${persons(planned)}/min, both ways together`,
  unknown: {
    'not-counted': 'No camera has counted here for a minute',
    stale: 'Whoever counted here has fallen silent',
    untold: 'The server says nothing of it',
  },
  last: (seconds: number) => `last counted ${duration(seconds)} ago`,
  ahead: `Next 15${NO_BREAK}min`,
  aheadCaption: 'Expected persons per minute with the interval that holds 80 % of outcomes',
  interval: (low: number, high: number) => `${persons(low)}–${persons(high)}`,
  noForecast: 'No forecast: it was not counted for the last minute',
  forecastAsked: 'Asking the server what is expected',
  forecastMissing: 'No forecast: the server gave no answer; it is asked again',
  sides: 'On both sides',
  cameras: 'Cameras that count it',
  noCameras: 'No camera sees this line: nobody counts it.',
  countedBeside: 'No camera area touches this line: it is counted from beside it.',
  ways: (coming: string, going: string) => `in ${coming}, out ${going}`,
  none: 'No passage leads here.',
} as const;
