import { duration, moment } from './times.js';

/** The words of the playback page. */
export const englishPlayback = {
  heading: 'Playback',
  hint: 'Any evening again, as the record has it.',
  report: 'Report:',
  file: { page: 'page', pdf: 'PDF', zones: 'zones as CSV', passages: 'passages as CSV' },
  from: 'From',
  hours: 'Hours',
  open: 'Open',
  loading: 'Asking the server for its record',
  empty: 'Nothing was recorded in that time.',
  unavailable: 'The record cannot be read now. Try again, or choose another time.',
  tooLong: 'Choose at most 15 hours.',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
  times: (speed: number) => `${speed}×`,
  position: 'Position',
  at: (at: number) => `Past: ${moment(at)}. Zones as recorded`,
  passed: (seconds: number, whole: number) => `${duration(seconds)} of ${duration(whole)}`,
  alerts: 'Alerts then',
  noAlerts: 'No alert stood then.',
} as const;
