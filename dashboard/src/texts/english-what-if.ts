import { density, persons } from './numbers.js';
import { about, timeOfDay } from './times.js';

/** The words of safe capacity and of what-if. */
export const englishWhatIf = {
  capacity: (count: number, rule: string) => `Safe capacity ${persons(count)} (${rule})`,
  count: persons,
  noWayOut: 'Safe capacity: no way out is drawn',
  rule: {
    'standing-density': 'room to stand binds',
    'level-of-service-d': 'room to move binds',
    'large-floor': 'floor per person binds',
    'entry-points': 'entry points bind',
    'exit-time': 'exits bind',
  },
  limits: {
    'standing-density': 'Room to stand, 47 per 10 m²',
    'level-of-service-d': 'Level of service D',
    'large-floor': 'Floor of 0.65 m² each',
    'entry-points': 'Entry points, 660 an hour each',
    'exit-time': 'Exits in time',
  },
  approve: 'A starting point: your safety officer approves every figure.',
  open: 'What if…',
  heading: (zone: string) => `What if: ${zone}`,
  close: 'Close',
  planName: (index: number) => `Plan ${'ABC'.charAt(index)}`,
  remove: (plan: string) => `Remove ${plan}`,
  add: 'Add a plan',
  evacuate: 'Evacuate',
  evacuation: { none: 'nobody', zone: 'this zone', venue: 'the whole venue' },
  change: {
    none: 'as now',
    close: 'closed',
    open: 'open, as planned',
    '0.75': '25 % slower',
    '0.5': '50 % slower',
    '0.25': '75 % slower',
  },
  minutes: 'Look ahead',
  minutesOf: (minutes: number) => `${minutes} min`,
  run: 'Run the plans',
  running: 'Running…',
  nothingToRun: 'Choose what a plan changes, then run it.',
  noAnswer: {
    'nothing-known': 'Too little is known yet: the forecast has to begin first.',
    busy: 'Plans of somebody else are being run. Try again in a second.',
    'not-allowed': 'Your role does not run plans for the whole venue.',
    'too-large': 'That is too much at once: fewer plans, or fewer minutes.',
    unreachable: 'The server did not answer. Try again.',
  },
  doNothing: 'Do nothing',
  compare: 'The plans side by side',
  row: {
    clear: 'Clear after',
    left: 'Still inside at the end',
    trapped: 'Without a way out',
    heldOutside: 'Kept outside',
    worst: 'Densest',
    over: 'Over the warning limit',
  },
  clear: (seconds: number) => about(seconds),
  between: (earliest: number, latest: number | null) =>
    latest === null
      ? `${about(earliest)} at best, at worst not in time`
      : `${about(earliest)} to ${about(latest)}`,
  notClear: (minutes: number) => `not within ${minutes} min`,
  worst: (value: number, zone: string, seconds: number) =>
    `${density(value)}/m² in ${zone} ${seconds === 0 ? 'now' : `after ${about(seconds)}`}`,
  trapped: (count: number, zones: readonly string[]) => `${persons(count)} in ${zones.join(', ')}`,
  none: 'none',
  chart: (zone: string) => `Density in ${zone}, persons/m², by minutes from now`,
  chartSummary: (plan: string, from: number, to: number, most: number) =>
    `${plan}: from ${density(from)} to ${density(to)}, at most ${density(most)}`,
  advice: (at: number, count: number) =>
    `Advice from a model, computed at ${timeOfDay(at)} from ${persons(count)} persons. You decide.`,
  basis:
    'It counts from when people start to walk. A quarter of them look at the queues; the range runs from everybody being led to nobody.',
  assumed: (names: readonly string[], count: number) =>
    `Not seen now, so assumed: ${names.join(', ')} (${persons(count)} persons).`,
  allSeen: 'Every zone is seen now.',
} as const;
