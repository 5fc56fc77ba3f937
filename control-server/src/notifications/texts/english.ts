import { formatsOf } from './formats.js';
import type { NotificationTexts } from './notification-texts.js';

const formats = formatsOf('en-GB');
const { about, limit, share, tenths, whole } = formats;

export const english: NotificationTexts = {
  formats,
  drill: 'DRILL',
  priority: { watch: 'Watch', warning: 'Warning', critical: 'Critical', emergency: 'Emergency' },
  title: {
    raised: (priority, place) => `${priority}: ${place}`,
    escalated: (priority, place) => `Now ${priority.toLowerCase()}: ${place}`,
    unanswered: (priority, place) => `Nobody answers: ${priority.toLowerCase()}, ${place}`,
    'help-called': (_, place) => `Help needed: ${place}`,
    cleared: (_, place) => `Over: ${place}`,
    test: (_, place) => `Test: ${place}`,
  },
  density: (density, above) => `${tenths(density)} persons/m² (limit ${limit(above)}).`,
  aggravated: {
    'stop-and-go': 'People stop and go.',
    counterflow: 'People move against each other.',
    'slowed-outflow': 'The way out is slowed.',
    compression: 'People are pressed together.',
  },
  forecast: (above, seconds, probability) =>
    seconds === null
      ? `May pass ${limit(above)} persons/m² (${share(probability)} likely).`
      : `Will pass ${limit(above)} persons/m² in about ${about(seconds)} (${share(probability)} likely).`,
  cameraFault: {
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
  },
  camera: (fault, zones) =>
    zones.length === 0
      ? `Camera: ${fault}.`
      : `Camera: ${fault}. Not fully seen: ${zones.join(', ')}.`,
  duplicateEdge: 'Two agents speak under one name; neither can be believed.',
  store: 'Record',
  storeFailing: (code) => `The record cannot be written (${code}).`,
  cleared: 'What raised the alert has ended.',
  test: 'This channel works. Nobody needs to do anything.',
  remedy: {
    close: (passage, effect) => `Let nobody in by ${passage}: ${effect}.`,
    cut: (passage, part, perMinute, effect) =>
      `Cut ${passage} by ${share(part)}, to ${whole(perMinute)}/min: ${effect}.`,
    restore: (passage, perMinute, effect) =>
      `Get ${passage} back to ${whole(perMinute)}/min: ${effect}.`,
    open: (passage, effect) => `Open ${passage}: ${effect}.`,
  },
  avoids: 'avoids it',
  endsIn: (seconds) => `ends it in ${about(seconds)}`,
  wins: (seconds) => `wins ${about(seconds)}`,
  open: 'Open the alert',
};
