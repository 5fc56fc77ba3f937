import type { Catalogue } from './catalogue.js';
import { englishBottleneck } from './english-bottleneck.js';
import { englishDevices } from './english-devices.js';
import { englishExplanation } from './english-explanation.js';
import { englishForecast } from './english-forecast.js';
import { englishLifecycle } from './english-lifecycle.js';
import { englishLimits } from './english-limits.js';
import { density, NO_BREAK, percentage, persons, rate, share, threshold } from './numbers.js';
import { about, dateInZone, duration, timeOfDay } from './times.js';

/**
 * Everything the page says, in English. Sentences are whole here, so that a second language is a
 * second object of this shape and never a puzzle of fragments. Times are seconds, unless `at`.
 */
export const english = {
  page: {
    title: (venue: string | null, alerts: number) =>
      `${alerts > 0 ? `(${alerts}) ` : ''}${venue === null ? '' : `${venue} · `}Throng`,
    loading: 'Waiting for the first picture of the venue',
    skipToAlerts: 'Skip to alerts',
    section: {
      alerts: 'Alerts',
      map: 'Map',
      zones: 'Zones',
      passages: 'Passages',
      devices: 'Devices',
    },
    language: 'Language',
    theme: { system: 'Theme: system', dark: 'Theme: dark', light: 'Theme: light' },
    close: 'Close',
    pages: 'Pages',
    /** Before every name of a drill. */
    drill: 'DRILL',
    name: {
      live: 'Live',
      wall: 'Wall',
      drill: 'Drill',
      playback: 'Playback',
      fleet: 'Fleet',
      editor: 'Venue',
      notifications: 'Notify',
      access: 'Access',
    },
    opening: 'Opening',
    notLoaded: 'This page could not be loaded. Check the network, then try again.',
    tryAgain: 'Try again',
  },
  time: { clock: timeOfDay, dateInZone, duration, label: 'Venue time' },
  band: {
    normal: 'Normal',
    watch: 'Watch',
    warning: 'Warning',
    critical: 'Critical',
    emergency: 'Emergency',
    unknown: 'Unknown',
  },
  zoneKind: { walkway: 'Walkway', stairs: 'Stairs', queue: 'Queue', viewing: 'Viewing area' },
  /** Between two clauses, and before what explains: French sets spaces before them. */
  punctuation: { clause: '; ', colon: ': ' },
  unit: { density: 'persons/m²', densityShort: '/m²', perMinute: '/min' },
  count: {
    people: 'people now',
    peopleKnown: 'people counted',
    persons: (value: number) => persons(value),
    sigma: (value: number) => `± ${persons(value)}`,
    atLeast: (value: string) => `≥ ${value}`,
    seen: (part: number) => `${share(part)} seen`,
    zonesMeasured: (measured: number, zones: number) => `${measured} of ${zones} zones measured`,
    unknownValue: '?',
  },
  density: (value: number) => density(value),
  threshold: (value: number) => threshold(value),
  levelOfService: (letter: string) => `LoS ${letter}`,
  trend: {
    rising: (value: number) => `rising ${rate(value)}/min`,
    falling: (value: number) => `falling ${rate(value)}/min`,
    steady: 'steady',
    unknown: 'trend not known yet',
    short: (value: number) => `${value === 0 ? '' : value < 0 ? '−' : '+'}${rate(value)}`,
  },
  unknown: {
    'no-camera': 'no camera covers it',
    'never-measured': 'not measured yet',
    stale: 'camera silent',
    'camera-fault': 'camera fault',
    'edge-offline': 'agent offline',
    since: (seconds: number) => `last seen ${duration(seconds)} ago`,
  },
  noForecast: {
    'too-early': 'known for less than 5 min',
    'too-little-seen': 'too little of it seen',
    failed: 'the forecast failed',
  },
  limits: englishLimits,
  alerts: {
    heading: 'Alerts',
    crowd: 'Crowd',
    system: 'Equipment',
    earlier: (count: number) => `Earlier (${count})`,
    noCrowd: 'No active crowd alerts',
    noneMeasured: (measured: number, zones: number) =>
      `${measured} of ${zones} zones measured, none above its alert limit.`,
    noneButUnknown: (names: readonly string[]) =>
      `${names.length === 1 ? '1 zone is' : `${names.length} zones are`} unknown and could not raise one: ${names.join(', ')}.`,
    noneButPartial: (names: readonly string[]) => `Partly seen: ${names.join(', ')}.`,
    noneButOld: 'The picture is out of date: alerts raised since are not shown.',
    incident: (cause: string | null, zones: number) => `${cause ?? 'One cause'}: ${zones} zones`,
    since: (at: number) => `since ${timeOfDay(at)}`,
    cleared: (at: number, seconds: number) => `cleared ${timeOfDay(at)} after ${duration(seconds)}`,
    announced: (priority: string, where: string, what: string) => `${priority}: ${where}. ${what}`,
    equipmentFaults: (count: number) => `${count} equipment fault${count === 1 ? '' : 's'}`,
    flood: (minutes: number, count: number) =>
      `Alert flood: ${count} alerts within ${minutes} min. The most urgent first; the others are folded.`,
    folded: (count: number) => `Less urgent (${count})`,
    countOf: (count: number, priority: string) => `${count} ${priority.toLowerCase()}`,
  },
  bottleneck: englishBottleneck,
  explanation: englishExplanation,
  reason: {
    density: {
      now: (value: number, limit: string, seconds: number) =>
        `${density(value)} persons/m² (limit ${limit}) for ${duration(seconds)}`,
      clears: (below: number, seconds: number) =>
        `clears below ${threshold(below)}${seconds > 0 ? ` for ${duration(seconds)}` : ''}`,
      unknownNow: 'Zone not seen now',
      was: (value: number, limit: string) => `${density(value)} persons/m² (limit ${limit})`,
      seen: (part: number) => `only ${share(part)} of the zone seen`,
    },
    forecast: englishForecast,
    cameraLost: {
      stale: 'No measurement arrives',
      'edge-offline': (edge: string) => `Agent ${edge} is offline`,
      'no-signal': 'No video signal',
      stalled: 'Video stands still',
      'model-failed': 'The model fails on its frames',
      'not-calibrated': 'Not calibrated',
      moved: 'The camera was moved; look, then confirm or calibrate it',
      covered: 'The lens is covered',
      frozen: 'The same picture again and again',
      blinded: 'Light shines into the lens',
      dark: 'Too dark to see anybody',
      'never-seen': 'Nothing was ever received',
      last: (seconds: number) => `last measured ${duration(seconds)} ago`,
      never: 'never measured',
      blinds: (zones: readonly string[]) => `blind: ${zones.join(', ')}`,
      blindsNothing: 'no zone depends on it alone',
    },
    duplicateEdge: 'Two agents run under this id; stop or rename one',
    storeFailing: {
      where: 'Record',
      what: (code: string, rows: number) =>
        `Cannot be written (${code}); ${rows === 0 ? 'nothing' : `${persons(rows)} rows`} lost so far. Live picture unaffected`,
    },
  },
  connection: {
    phase: {
      connecting: 'Connecting',
      live: 'Live',
      gap: 'Resynchronising',
      waiting: 'Disconnected',
    },
    silent: 'No news',
    age: (seconds: number) => `${duration(seconds)} old`,
    retry: (seconds: number) =>
      seconds > 0 ? `next attempt in ${duration(seconds)}` : 'trying again',
    outdated: (seconds: number) =>
      `Picture is ${duration(seconds)} old. What you see is past; do not act on it alone.`,
    details: 'Connection details',
    sequence: 'Message number',
    losses: 'Connections lost',
    gaps: 'Gaps found',
    refused: 'Messages refused',
    lastRefused: 'Last reason',
    mismatch: 'Server and page do not understand each other: reload the page.',
  },
  zones: {
    heading: 'Zones',
    name: 'Zone',
    band: 'State',
    density: 'persons/m²',
    level: 'LoS',
    persons: 'Persons',
    trend: '±/min',
    caption: 'Zones by risk; density in persons per square metre, level of service A to F.',
  },
  zone: {
    current: 'Now',
    peak: 'Densest part (P95)',
    level: 'Level of service',
    persons: 'Persons',
    trend: 'Trend',
    band: 'State',
    limits: 'Limits',
    coverage: 'Seen',
    measured: 'Measured',
    ago: (seconds: number) => `${duration(seconds)} ago`,
    history: (minutes: number, isForeseen: boolean) =>
      `Density, last ${minutes} min${isForeseen ? ' and expected' : ''}`,
    historyEmpty: 'No history yet',
    aheadSummary: (seconds: number, low: number, high: number) =>
      `; expected in ${about(seconds)}: ${density(low)} to ${density(high)}`,
    historySummary: (from: number, to: number) =>
      `Density between ${density(from)} and ${density(to)} persons/m²`,
    ahead: 'Next 15 min',
    aheadCaption: 'Expected density with the interval that holds 80 % of outcomes, persons/m²',
    aheadIn: (seconds: number) => `+${Math.round(seconds / 60)}${NO_BREAK}min`,
    between: (low: number, high: number) => `${density(low)}–${density(high)}`,
    noForecast: (why: string) => `No forecast: ${why}`,
    hasPassed: (limit: string) => `Above the limit of ${limit} now`,
    willPass: (limit: string, probability: number, withinSeconds: number) =>
      `${share(probability)} to pass ${limit} within ${about(withinSeconds)}`,
    cameras: 'Cameras behind it',
    noCameras: 'No camera covers this zone.',
    share: (part: number) => `${share(part)} of the zone`,
  },
  lifecycle: englishLifecycle,
  travel: {
    label: 'Time shown on the map',
    now: 'Now',
    backToNow: 'Back to now',
    phases: 'Phases of the event',
    at: (at: number, offset: number) =>
      `${timeOfDay(at)}, ${offset < 0 ? `${duration(-offset)} ago` : `in ${duration(offset)}`}`,
    past: (at: number) => `Past: ${timeOfDay(at)}. Zones as recorded`,
    pastLoading: 'Past: asking the server for its record',
    ahead: (seconds: number) => `Expected in ${about(seconds)}, with 80 % intervals`,
    unknown: { past: 'not recorded', ahead: 'not foreseen' },
    between: (low: number, high: number) => `${density(low)} to ${density(high)}`,
  },
  map: {
    heading: 'Map',
    label: 'Venue map with crowd density. The zone table holds the same values.',
    fit: 'Show the whole venue',
    fullScreen: 'Full screen',
    cameras: 'Camera areas',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    legend: 'Density, persons/m²',
    legendUnknown: 'unknown',
    legendLabel: (marks: readonly number[]) =>
      `Colour scale from ${marks.at(0)} to ${marks.at(-1)} persons per square metre; hatched ground is unknown`,
    unknown: (reason: string) => `? ${reason}`,
    warned: 'FILLING',
    load: (load: number) => `${percentage(Math.round(load * 100))} full`,
  },
  devices: englishDevices,
} as const;

/** What a language must say. */
export type Texts = Catalogue<typeof english>;
