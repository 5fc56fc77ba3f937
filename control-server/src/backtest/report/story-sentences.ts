import type { Happening } from '@throng/simulation';
import type { CoursePoint, Storyline } from './storyline.js';
import { clock, density, duration, percent } from './wording.js';

/** A story in words, each sentence from its numbers: a headline, what happened, and why it was seen or not. */
export interface StoryText {
  readonly headline: string;
  readonly happened: string;
  readonly why: string;
}

const AHEAD = 300;

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
    return `${at} ${percent(event.share)} of all inside surged to "${event.place}".`;
  }
  const passage = nameOf(story, event.passage);
  if (event.capacity === 0) return `${at} "${passage}" was shut.`;
  if (event.capacity === 1) return `${at} "${passage}" worked as usual again.`;
  return `${at} "${passage}" fell to ${percent(event.capacity)} of its capacity.`;
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

const passingText = (story: Storyline): StoryText => {
  const { limit, told, zoneName } = story;
  const before = pointAt(story, told.at - AHEAD);
  const passing = pointAt(story, told.at);
  const rise = riseSeconds(story);
  const happened = `At ${clock(told.at)} after the doors opened, "${zoneName}" passed its limit of ${density(limit)} persons/m². ${incidents(story)} Five minutes before, ${density(before.truth)} persons/m² stood there; ${flows(before)}.`;
  const difference = before.inflow - before.outflow;
  const trend =
    difference > BALANCED
      ? `Already then more came than left (${difference} persons/min), which is what the flow graph carries forward`
      : 'Then as many left as came, so the counts alone showed no rise yet';
  if (told.kind === 'foreseen') {
    const warned = pointAt(story, told.at - told.seconds);
    return {
      headline: `Foreseen: ${zoneName}, warned ${duration(told.seconds)} before`,
      happened,
      why: `The warning came at ${density(warned.truth)} persons/m², when passing within five minutes had been more than 60 % likely for three looks in a row. ${trend}; it rose from 60 % of the limit to the limit in ${duration(rise)}, slow enough to be followed. Five minutes ahead ${expectation(passing)}.`,
    };
  }
  const warning =
    told.kind === 'missed'
      ? 'No warning stood'
      : told.seconds === 0
        ? 'The warning came only with the passing'
        : `The warning came ${duration(told.seconds)} after the passing`;
  return {
    headline:
      told.kind === 'missed'
        ? `Missed: ${zoneName}, not warned of`
        : `Too late: ${zoneName}, warned of as it happened`,
    happened,
    why: `${warning}. ${trend}; the last 40 % of the way to the limit took ${duration(rise)}, and a warning takes three looks of 10 s. Five minutes ahead ${expectation(passing)}. Two minutes before, the likelihood said was ${percent(pointAt(story, told.at - 120).probability)}.`,
  };
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
    happened: `At ${clock(told.at)} after the doors opened a warning of "${zoneName}" was raised: ${density(warned.truth)} of ${density(limit)} persons/m² stood there, and ${flows(warned)}. ${incidents(story)}`,
    why: `Within five minutes the limit was ${percent(warned.probability)} likely to be passed. The density reached ${peak.truth.toFixed(2)} persons/m² at ${clock(peak.time)}, ${share} of the limit, and no more: two minutes later ${easing.inflow} persons/min came in and ${easing.outflow} left. Counting errs by some percent, so that a peak this near the limit cannot be told from a passing.`,
  };
};

export const storyText = (story: Storyline): StoryText =>
  story.told.kind === 'false' ? falseText(story) : passingText(story);
