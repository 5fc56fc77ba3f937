import type { Happening } from '@throng/simulation';
import { TICK_SECONDS } from '../../forecast/horizons.js';
import { WARNING_RULE } from '../../forecast/warning.js';
import type { CoursePoint, Storyline } from './storyline.js';
import { clock, density, duration, percent } from './wording.js';

/** A story in words, each sentence from its numbers: a headline, what happened, and why it was seen or not. */
export interface StoryText {
  readonly headline: string;
  readonly happened: string;
  readonly why: string;
}

const AHEAD = 300;

const SURE = percent(WARNING_RULE.on);

/** Persons/min by which in- and outflow must differ to speak of a difference. */
const BALANCED = 5;

const nowhere: CoursePoint = {
  time: Number.NaN,
  truth: Number.NaN,
  counted: Number.NaN,
  expected: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  probability: Number.NaN,
  warned: false,
  inflow: Number.NaN,
  outflow: Number.NaN,
};

const pointAt = ({ course }: Storyline, time: number): CoursePoint =>
  course.findLast((point) => point.time <= time) ?? course[0] ?? nowhere;

const flows = ({ inflow, outflow }: CoursePoint): string =>
  `${inflow} persons/min came in and ${outflow} left`;

const nameOf = ({ simulated }: Storyline, passage: string): string =>
  simulated.venue.passages.find(({ id }) => id === passage)?.name ?? passage;

const incidentSentence = (story: Storyline, event: Happening): string => {
  const at = `At ${clock(event.at)}`;
  if (event.kind === 'evacuation') return `${at} everybody was told to leave.`;
  if (event.kind === 'surge') {
    return `${at} ${percent(event.share)} of all inside surged to “${event.place}”.`;
  }
  const passage = nameOf(story, event.passage);
  if (event.capacity === 0) return `${at} “${passage}” was shut.`;
  return `${at} “${passage}” fell to ${percent(event.capacity)} of its capacity.`;
};

const incidents = (story: Storyline): string =>
  story.incidents.length === 0
    ? 'Nothing had gone wrong in that zone: it was the crowd itself.'
    : story.incidents.map((event) => incidentSentence(story, event)).join(' ');

/** How fast the density rose: the seconds from 60 % of the limit up to it. */
const riseSeconds = ({ course, limit, told }: Storyline): number => {
  const low = course.findLast(({ time, truth }) => time < told.at && truth < 0.6 * limit);
  return told.at - (low?.time ?? course[0]?.time ?? told.at);
};

const expectation = ({ expected, high, low, truth }: CoursePoint): string =>
  `the forecast expected ${density(expected)} persons/m² (80 %: ${density(low)}–${density(high)}); it became ${density(truth)}`;

/** What the flows told five minutes before, and what else there was to go by. */
const signs = (story: Storyline, before: CoursePoint): string => {
  const difference = before.inflow - before.outflow;
  if (difference > BALANCED) {
    return `Five minutes before, ${difference} persons/min more came than left: flows tell of that, once they are carried on.`;
  }
  const { earlierSurges, history } = story;
  const sources = [
    ...(earlierSurges > 0 ? [`${times(earlierSurges)} that evening`] : []),
    ...(history > 0 ? [`whatever the ${history} former evenings showed`] : []),
  ];
  const known =
    sources.length === 0
      ? 'and it had seen nothing like it before'
      : `what it had to go by were earlier surges there: ${sources.join(', and ')}`;
  return `Five minutes before, the flows told nothing of it: ${before.inflow} persons/min came and ${before.outflow} left; ${known}.`;
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const passingText = (story: Storyline): StoryText => {
  const { limit, told, zoneName } = story;
  const before = pointAt(story, told.at - AHEAD);
  const passing = pointAt(story, told.at);
  const happened = `At ${clock(told.at)} after the doors opened, “${zoneName}” passed its limit of ${density(limit)} persons/m². ${incidents(story)} Five minutes before, ${density(before.truth)} persons/m² stood there. From 60 % of the limit to the limit it took ${duration(riseSeconds(story))}.`;
  const outcome = `Five minutes ahead ${expectation(passing)}.`;
  if (told.kind === 'foreseen') {
    const warned = pointAt(story, told.at - told.seconds);
    return {
      headline: `Foreseen: ${zoneName}, warned ${duration(told.seconds)} before`,
      happened,
      why: `The warning came at ${density(warned.truth)} persons/m², after passing within five minutes had been more than ${SURE} likely at ${WARNING_RULE.onTicks} looks in a row. ${signs(story, before)} ${outcome}`,
    };
  }
  const likelihood = `Two minutes before, passing within five minutes was said to be ${percent(pointAt(story, told.at - 120).probability)} likely; a warning takes ${WARNING_RULE.onTicks} looks, ${TICK_SECONDS} s apart, above ${SURE}.`;
  return {
    headline: `${LATE[told.kind === 'missed' ? 'missed' : 'late']}: ${zoneName}, ${told.kind === 'missed' ? 'not warned of' : 'warned of as it happened'}`,
    happened,
    why: `${warningOf(story)} ${signs(story, before)} ${outcome} ${likelihood}`,
  };
};

const LATE = { missed: 'Missed', late: 'Too late' } as const;

const warningOf = ({ told: { kind, seconds } }: Storyline): string => {
  if (kind === 'missed') return 'No warning stood.';
  return seconds === 0
    ? 'The warning came only with the passing.'
    : `The warning came ${duration(seconds)} after the passing.`;
};

const falseText = (story: Storyline): StoryText => {
  const { course, limit, told, zoneName } = story;
  const warned = pointAt(story, told.at);
  const after = course.filter(({ time }) => time >= told.at);
  const peak = after.reduce((best, point) => (point.truth > best.truth ? point : best), warned);
  const easing = pointAt(story, peak.time + 120);
  const share = percent(peak.truth / limit);
  return {
    headline: `False alarm: ${zoneName}, stood ${duration(told.seconds)}`,
    happened: `At ${clock(told.at)} after the doors opened a warning of “${zoneName}” was raised: ${density(warned.truth)} of ${density(limit)} persons/m² stood there, and ${flows(warned)}. ${incidents(story)}`,
    why: `Passing within five minutes was said to be ${percent(warned.probability)} likely. The density reached ${peak.truth.toFixed(2)} persons/m² at ${clock(peak.time)}, ${share} of the limit; two minutes later ${flows(easing)}. ${nearness(peak.truth / limit)}`,
  };
};

/** What may be said of a peak that stayed below the limit, by how near it came. */
const nearness = (share: number): string => {
  if (share >= 1) return 'It touched the limit, but not for the 30 s that count as passing it.';
  return share >= 0.9
    ? 'Counts err by some percent: a peak so near the limit cannot be told from a passing.'
    : 'The crowd that was expected did not come, or passed on sooner.';
};

export const storyText = (story: Storyline): StoryText =>
  story.told.kind === 'false' ? falseText(story) : passingText(story);
