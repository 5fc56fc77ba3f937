import type { Remedy } from '@throng/contract';

const LOCALE = 'en-GB';
const tenths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const hundredths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

const share = (value: number): string => `${Math.round(value * 100)} %`;

/** To 10 s below two minutes, to the minute above: it is only an estimate. */
const about = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds / 10) * 10} s` : `${Math.round(seconds / 60)} min`;

const cameraFaults = {
  stale: 'sends nothing any more',
  'edge-offline': 'its agent is offline',
  'never-seen': 'has never been seen',
  'no-signal': 'no video signal',
  stalled: 'its picture stands still',
  'model-failed': 'its model has failed',
  'not-calibrated': 'is not calibrated',
  moved: 'was moved',
  covered: 'is covered',
  frozen: 'its picture is frozen',
  blinded: 'is blinded by light',
  dark: 'sees only darkness',
} as const;

const remedy = (
  { action, cutShare, perMinute }: Remedy,
  passage: string,
  effect: string,
): string => {
  switch (action) {
    case 'hold':
      return cutShare === 1
        ? `Close ${passage}: ${effect}.`
        : `Cut ${passage} by ${share(cutShare ?? 0)}, to ${whole.format(perMinute)}/min: ${effect}.`;
    case 'restore':
      return `Get ${passage} back to ${whole.format(perMinute)}/min: ${effect}.`;
    case 'open':
      return `Open ${passage}: ${effect}.`;
  }
};

/** Every sentence that leaves the server as a notification, in English; figures in, sentences out. */
export const english = {
  priority: { watch: 'Watch', warning: 'Warning', critical: 'Critical', emergency: 'Emergency' },
  title: {
    raised: (priority: string, place: string) => `${priority}: ${place}`,
    escalated: (priority: string, place: string) => `Now ${priority.toLowerCase()}: ${place}`,
    unanswered: (priority: string, place: string) =>
      `Nobody answers: ${priority.toLowerCase()}, ${place}`,
    'help-called': (_: string, place: string) => `Help needed: ${place}`,
    cleared: (_: string, place: string) => `Over: ${place}`,
    test: (_: string, place: string) => `Test: ${place}`,
  },
  density: (density: number, limit: number) =>
    `${tenths.format(density)} persons/m² (limit ${hundredths.format(limit)}).`,
  aggravated: {
    'stop-and-go': 'People stop and go.',
    counterflow: 'People move against each other.',
    'slowed-outflow': 'The way out is slowed.',
    compression: 'People are pressed together.',
  },
  forecast: (limit: number, seconds: number | null, probability: number) =>
    seconds === null
      ? `May pass ${hundredths.format(limit)} persons/m² (${share(probability)} likely).`
      : `Will pass ${hundredths.format(limit)} persons/m² in about ${about(seconds)} (${share(probability)} likely).`,
  camera: (because: keyof typeof cameraFaults, zones: readonly string[]) =>
    zones.length === 0
      ? `Camera: ${cameraFaults[because]}.`
      : `Camera: ${cameraFaults[because]}. Not fully seen: ${zones.join(', ')}.`,
  duplicateEdge: 'Two agents speak under one name; neither can be believed.',
  store: 'Record',
  storeFailing: (code: string) => `The record cannot be written (${code}).`,
  cleared: 'What raised the alert has ended.',
  test: 'This channel works. Nobody needs to do anything.',
  remedy,
  avoids: 'avoids it',
  endsIn: (seconds: number) => `ends it in ${about(seconds)}`,
  wins: (seconds: number) => `wins ${about(seconds)}`,
  open: 'Open the alert',
} as const;

/** What a language must say. A second one is a second object of this form. */
export type NotificationTexts = typeof english;
