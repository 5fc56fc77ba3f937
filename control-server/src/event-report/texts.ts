import type { ZoneService } from '@throng/contract';
import { alertWords } from './alert-words.js';
import type { Format } from './format.js';
import { PRESSURE } from './pressure.js';
import { PLANNED_FLOW } from './published-evening.js';
import { ADVICE } from './staffing-advice.js';

const minutes = (seconds: number): number => Math.round(seconds / 60);

/** How far the pressure had moved against last time. */
const shifted = (shift: number): string => {
  if (Math.abs(shift) < 5) return 'at the same time as last time';
  return `${Math.abs(shift)} min ${shift < 0 ? 'earlier' : 'later'} than last time`;
};

const RELIEF: Readonly<Record<ZoneService, (name: string, by: string) => string>> = {
  gate: (name, by) => `${name}: have more of it open by ${by}`,
  concession: (name, by) => `${name}: staff it fully by ${by}`,
  medical: (name, by) => `${name}: have a second team there by ${by}`,
};

/** Every word of a report in English; another language is another object of this shape. */
export const english = (f: Format) => ({
  language: 'en',
  title: (name: string) => `Event report: ${name}`,
  period: 'Period',
  subtitle: (venue: string, from: number, to: number) =>
    `${venue} · ${f.day(from)} · ${f.clock(from)} to ${f.clock(to)} (${f.timeZone})`,
  foot: (venue: string, name: string) => (page: number, pages: number) =>
    `${venue} · ${name} · page ${page} of ${pages}`,
  unknown: 'unknown',
  few: (k: number) => `fewer than ${k} people`,
  none: '–',
  timeAxis: `time (${f.timeZone})`,
  runsOn: (end: number) =>
    `The event goes on until ${f.clock(end)} by plan: this report tells what is known so far.`,

  summary: {
    title: 'At a glance',
    venue: 'Venue',
    plan: 'Goes by plan',
    lasted: 'Doors to end',
    warned: 'Warned of ahead',
    warnedOf: (foreseen: number, passings: number) => `${foreseen} of ${passings}`,
    warnedNote: 'times that a zone passed its warning limit',
    neverPassed: 'no zone passed its warning limit',
    notOnRecord: 'limits were passed, but no alert of it is on record',
    mostPeople: 'Most people at once',
    mostAt: (at: number, phase: string | undefined) =>
      `at ${f.clock(at)}${phase === undefined ? '' : `, ${phase}`}`,
    partly: (coverage: number) => `${f.share(coverage)} of the ground was seen`,
    densest: 'Densest zone',
    densestNote: (density: number, level: string, at: number) =>
      `${f.density(density)} persons/m², level ${level}, at ${f.clock(at)}`,
    alerts: 'Crowd alerts',
    worst: (priority: string) => `worst: ${priority}`,
    noAlerts: 'none was recorded',
    known: 'Known of ground and time',
    knownNote: 'what no camera measured is unknown, not empty',
    rowsLost: (rows: number) =>
      `${f.whole(rows)} rows of measurement could not be written and are missing from this report.`,
    camerasAway: (cameras: number, seconds: number) =>
      `${cameras} cameras were away, ${f.duration(seconds)} in all`,
    nothingKnown: 'Nothing was measured in this time: the store holds no window of it.',
    expired: 'Measurements are erased after the time that the venue file sets (retentionHours).',
  },

  people: {
    title: 'People in the venue',
    chart: 'People in the venue over time',
    axis: 'persons',
    thisTime: 'this time',
    lastTime: (name: string) => `last time (${name}), from the doors on`,
    gap: 'The line has a gap where a tenth or more of the ground that cameras usually see was unknown.',
    peaks: 'Each zone at its densest',
    columns: ['Zone', 'Persons/m²', 'Level', 'Persons', 'When', 'Seen then', 'Known'] as const,
    notTold: (k: number) => `never ${k} or more counted`,
  },

  levels: {
    title: 'Levels of service',
    shares: 'Share of the time at each level, by zone',
    strips: 'Level over time, by zone',
    explained: `Fruin’s levels: A is free movement, F a breakdown. They depend on what people do in a zone: walk, use stairs, queue, or stand and watch.`,
  },

  flows: {
    title: 'Flows',
    chart: 'Through the gates, mean over 15 minutes',
    axis: 'persons/min',
    into: 'into the venue',
    outOf: 'out of the venue',
    caption: 'Each passage',
    columns: [
      'Passage',
      'From – to',
      'Forth',
      'Back',
      'Busiest 15 min',
      'Per min',
      'Of plan',
      'Counted',
    ] as const,
    explained: `“Of plan” compares the busiest 15 minutes, both ways together, with what the width is planned to carry: ${PLANNED_FLOW} persons per second and metre.`,
    outside: 'outside',
    nothing: 'No passage was counted.',
  },

  alerts: alertWords(f),

  forecast: {
    title: 'Forecast: was it right?',
    nothing: 'No forecast could be judged: too little was measured, or zones were too empty.',
    recomputed:
      'Worked out anew from the recorded counts by the forecast of this release, and judged by what was counted later, in zones with at least half a person per m². What was shown on the evening may have differed.',
    caption: 'By how far it looked ahead',
    columns: [
      'Ahead',
      'Mean error',
      'If nothing changed',
      'Skill',
      'Within 80 %',
      'Within 95 %',
    ] as const,
    ahead: (seconds: number) => `${minutes(seconds)} min`,
    explained:
      'Errors in persons/m². “If nothing changed” takes what is counted now for what will be. Skill is the share of that error which the forecast saves; below nought it did worse.',
    warnings: 'Warnings ahead',
    warningColumns: ['Zone', 'Warned', 'Likely', 'Limit', 'Expected in', 'Passed after'] as const,
    notPassed: 'not passed within 15 min',
    notOnRecord: (zones: readonly string[]) =>
      `By the counts ${zones.join(', ')} stood above the warning limit, but no alert of that is on record: a recording that was brought in has none, nor has the time in which the server did not run. Replay it to see what would have been raised.`,
    told: (passings: number, foreseen: number, medianLead: number | null) =>
      passings === 0
        ? 'No zone passed its warning limit.'
        : `${foreseen} of ${passings} times that a zone passed its warning limit, a warning came before${medianLead === null ? '' : `; half of them ${f.duration(medianLead)} ahead or more`}.`,
    worth: (all: number, right: number) =>
      all === 0 ? 'No warning ahead was given.' : `${right} of ${all} warnings came true.`,
  },

  staffing: {
    title: 'Staffing: where pressure peaked',
    chart: 'Gates: share of planned capacity, mean over 5 minutes',
    axis: 'share of planned capacity, %',
    pressed: 'pressed',
    nothing: 'No gate, concession or medical post was under pressure by the rules below.',
    unmarked:
      'No concession or medical post is marked in the venue file (serves: concession, serves: medical).',
    caption: 'Every place that serves people',
    columns: ['Place', 'Serves', 'Highest', 'Pressed', 'Last time'] as const,
    services: { gate: 'gate', concession: 'concession', medical: 'medical' },
    value: (measure: 'share' | 'density', value: number) =>
      measure === 'share' ? f.percent(value) : `${f.density(value)} /m²`,
    span: (from: number, to: number) => `${f.clock(from)}–${f.clock(to)}`,
    relief: (service: ZoneService, name: string, by: number) => RELIEF[service](name, f.clock(by)),
    ran: (measure: 'share' | 'density', peak: number, from: number, to: number) =>
      measure === 'share'
        ? `It ran at up to ${f.percent(peak)} of its planned capacity, ${f.clock(from)}–${f.clock(to)}.`
        : `It held up to ${f.density(peak)} persons/m², ${f.clock(from)}–${f.clock(to)}.`,
    shift: (shift: number, measure: 'share' | 'density', peak: number) =>
      `That was ${shifted(shift)}, when it reached ${measure === 'share' ? f.percent(peak) : `${f.density(peak)} persons/m²`}.`,
    noneThen: (measure: 'share' | 'density', peak: number) =>
      `Last time it was not pressed: ${measure === 'share' ? f.percent(peak) : `${f.density(peak)} persons/m²`} at most.`,
    noLast: 'There is no record of a last time to compare with.',
    room: (name: string, share: number) =>
      `${name} had room meanwhile (${f.percent(share)} at most): people can be led there.`,
    comparedWith: (name: string, at: number) => `Compared with ${name}, ${f.day(at)}.`,
    rules: [
      `A gate is a passage from or to the outside. It is pressed while its flow over ${minutes(PRESSURE.flowSeconds)} min is at least ${f.share(PRESSURE.share)} of what its width is planned to carry; a zone while its density is at least its watch limit.`,
      `It counts when it lasts ${minutes(PRESSURE.lastsSeconds)} min or more; pauses of up to ${minutes(PRESSURE.pauseSeconds)} min do not end it. The strongest stretch is told.`,
      `Relief is advised ${minutes(ADVICE.aheadSeconds)} min before the pressure began, on a full ${minutes(ADVICE.roundSeconds)} min. A gate in use (${f.share(ADVICE.usedShare)} or more) that stayed below ${f.share(ADVICE.roomShare)} had room.`,
    ],
  },

  gaps: {
    title: 'Gaps in the record',
    cameras: 'Cameras that were away',
    columns: ['Camera', 'Times', 'In all', 'Longest', 'Why'] as const,
    longest: (from: number, seconds: number) => `${f.clock(from)}, ${f.duration(seconds)}`,
    none: 'No camera was away, and no row of measurement was lost.',
  },

  reading: {
    title: 'How to read this',
    items: (k: number, step: number) => [
      `Counts are means over ${f.duration(step)}. They come from cameras and lines with an error of their own; nobody is recognised, followed or stored.`,
      `Counts from 1 to ${k - 1} are left out, and count as nought in flows. Totals are short by fewer than ${k} people where they would tell what is left out.`,
      'Unknown means that nothing was measured. It is never shown as empty.',
      'Densities and levels are of the ground that was seen. A venue’s own safety officer approves every limit.',
    ],
  },
});

export type Texts = ReturnType<typeof english>;
