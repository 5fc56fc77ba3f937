import type { Catalogue } from './catalogue.js';
import { density, factor, NO_BREAK, persons, share } from './numbers.js';
import { duration, timeOfDay } from './times.js';

const FAULTS: Readonly<Record<string, string>> = {
  'not-allowed': 'Your role may not do that.',
  'no-such-alert': 'The alert is over.',
  cleared: 'The alert has cleared meanwhile. Call by radio if you need help.',
  'too-old': 'It waited longer than 10 minutes, so it was not sent. Look again, then tap again.',
  'not-on-record': 'The record cannot be written, so nothing was done. Use the radio.',
  'not-subscribed': 'This phone is not told yet. Switch it on first.',
  'logged-out': 'You are logged out. Log in again.',
  unreachable: 'The server does not answer.',
};

/** The words of the steward's page on the phone. */
export const englishSteward = {
  title: (venue: string | null, alerts: number) =>
    `${alerts > 0 ? `(${alerts}) ` : ''}${venue ?? 'Throng'}`,
  tabs: { alerts: 'Alerts', count: 'Count', told: 'Sound' },
  waiting: 'Waiting for the first picture',
  live: 'Live',
  offline: 'No connection',
  old: (seconds: number) => `This picture is ${duration(seconds)} old`,
  oldNote: 'Look around you; do not trust it alone.',
  zones: 'Your zones',
  wholeVenue: 'All zones',
  calm: 'No alert in your zones.',
  calmNote: 'Keep the phone with you. It tells you when something changes.',
  others: (count: number) => (count === 1 ? 'One more alert' : `${count} more alerts`),
  helps: 'What helps',
  since: (at: number) => `since ${timeOfDay(at)}`,
  onIt: 'On it',
  onItNote: 'I go there',
  manage: 'I manage',
  manageNote: 'No help needed',
  youAreOnIt: 'You are on it',
  someoneIsOnIt: (who: string) => `${who} is on it`,
  needHelp: 'Need help',
  needHelpNote: 'Call the lead',
  helpCalled: 'Help is called',
  helpBy: (who: string, at: number) => `${who} called for help, ${timeOfDay(at)}`,
  helpSeen: (who: string) => `${who} has seen the call`,
  act: { 'on-it': 'On it', help: 'Need help' },
  kept: (act: string, at: number) =>
    `“${act}”, tapped ${timeOfDay(at)}, is kept and sent when the connection is back. Use the radio now.`,
  sentLate: (act: string, tapped: number, sent: number) =>
    `“${act}”, tapped ${timeOfDay(tapped)}, was sent ${timeOfDay(sent)}.`,
  notDone: (act: string, code: string) =>
    `“${act}” was not done. ${FAULTS[code] ?? 'Use the radio.'}`,
  /** Written to the alert, for who reads it later. */
  tappedAt: (act: string, at: number) => `“${act}” was tapped at ${timeOfDay(at)}, without network`,
  fault: (code: string) => FAULTS[code] ?? `That did not work (${code}).`,
  push: {
    heading: 'When the page is closed',
    question: 'May this phone call you for alerts in your zones?',
    note: 'Only while you are logged in. You can switch it off here at any time.',
    yes: 'Yes, call me',
    on: 'This phone is called for alerts in your zones.',
    off: 'Switch off',
    test: 'Send a test',
    tested: 'The test is on its way.',
    denied: 'The browser refuses it. Allow notifications for this page in its settings.',
    unsupported:
      'This browser cannot be called. On an iPhone, add the page to the home screen first (Share, then “Add to Home Screen”).',
  },
  sound: {
    heading: 'While the page is open',
    on: 'Sound and vibration',
    note: 'Each priority has its own. Test them once, at the volume of tonight.',
    test: (priority: string) => `Test ${priority.toLowerCase()}`,
    blocked: 'Sound waits for your first tap on this page.',
  },
  count: {
    heading: 'Count by hand',
    note: 'Your count shows whether the cameras count right.',
    place: 'What do you count?',
    zone: (name: string) => `People in ${name}`,
    passage: (name: string) => `People through ${name}`,
    start: 'Start',
    stop: 'Stop',
    send: 'Send',
    discard: 'Discard',
    running: (seconds: number) => `Counting for ${duration(seconds)}`,
    stopped: (seconds: number) => `Counted for ${duration(seconds)}`,
    towards: (place: string) => `to ${place}`,
    outside: 'outside',
    plus: 'One more',
    minus: 'One less',
    undo: (place: string) => `Take back one to ${place}`,
    kept: 'Kept. It is sent when the connection is back.',
    latest: 'Counts so far',
    none: 'Nobody has counted yet.',
    byHand: (hand: number, cameras: number | null) =>
      cameras === null
        ? `${persons(hand)} by hand`
        : `${persons(hand)} by hand, ${persons(cameras)} by camera`,
    ratio: (ratio: number, uncertainty: number) =>
      `ratio ${factor(ratio)} ±${NO_BREAK}${share(uncertainty)}`,
    verdict: {
      agrees: 'The cameras count right here.',
      'too-few': 'Too few people to judge; count at least 16.',
      'not-seen': 'No camera saw enough of it then.',
      correct: (cameras: readonly string[]) =>
        cameras.length === 0
          ? 'The cameras count wrong here.'
          : `To be corrected: ${cameras.join(', ')}.`,
    },
    unknown: 'Not comparable.',
    by: (who: string, at: number) => `${who}, ${timeOfDay(at)}`,
  },
  density: (value: number) => `${density(value)}${NO_BREAK}/m²`,
} as const;

/** What a language must say on the steward's page. */
export type StewardTexts = Catalogue<typeof englishSteward>;
