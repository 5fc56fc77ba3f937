import type { AlertBands, TimeToClear } from '@throng/contract';
import type { FlowPicture } from '../forecast/flow-picture.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { changeFlows } from './changed-flows.js';
import { type People, PlanRun } from './plan-run.js';
import type { Present } from './present.js';
import type { ResolvedPlan } from './resolve-plan.js';
import { RunRecord } from './run-record.js';
import type { WalkingGround } from './walking-ground.js';

/** What a plan is run from. */
export interface Situation {
  readonly venue: VenuePlan;
  readonly ground: WalkingGround;
  readonly picture: FlowPicture;
  readonly present: Present;
  /** Limits per zone, as they hold now. */
  readonly bands: readonly AlertBands[];
  /** Seconds to run. */
  readonly until: number;
}

/** Counts by standard deviations, doors by a factor, and people. */
interface Circumstances {
  readonly sigmas: number;
  readonly better: number;
  readonly people: People;
}

/**
 * As expected, and the plausible ends (SPEC WI4). Most people take the way that is nearest, and a mixed
 * crowd walks at 0.9 of the fundamental diagrams' speed (SFPE's 1.19 m/s on the level); the last to be
 * out are those who are slow of foot.
 */
const EXPECTED: Circumstances = { sigmas: 0, better: 1, people: { attentive: 0.25, pace: 0.9 } };
const BEST: Circumstances = { sigmas: -1.28, better: 1.15, people: { attentive: 1, pace: 1 } };
const WORST: Circumstances = { sigmas: 1.28, better: 0.85, people: { attentive: 0, pace: 0.6 } };

/** One run of a plan, over. */
export interface PlanRan {
  readonly run: PlanRun;
  readonly record: RunRecord;
}

function* runUnder(
  { bands, ground, picture, present, until }: Situation,
  plan: ResolvedPlan,
  { better, people, sigmas }: Circumstances,
): Generator<void, PlanRan> {
  const start = present.persons.map((persons, zone) =>
    Math.max(0, persons + sigmas * (present.sigma[zone] ?? 0)),
  );
  const flows = changeFlows(ground, picture, plan, better);
  const run = new PlanRun(ground, flows, start, plan.evacuated, people);
  const record = new RunRecord(ground.network.area, bands, start, until);
  yield* run.run(until, record);
  return { run, record };
}

/** A plan under all circumstances: as expected, at best and at worst. */
export interface PlanRuns {
  readonly plan: ResolvedPlan;
  readonly expected: PlanRan;
  readonly best: PlanRan;
  readonly worst: PlanRan;
}

/** Runs a plan under all circumstances, with a pause after every minute of a run. */
export function* runPlan(situation: Situation, plan: ResolvedPlan): Generator<void, PlanRuns> {
  const expected = yield* runUnder(situation, plan, EXPECTED);
  const best = yield* runUnder(situation, plan, BEST);
  const worst = yield* runUnder(situation, plan, WORST);
  return { plan, expected, best, worst };
}

/** Seconds until a zone is clear, by each of the runs. */
export const timeToClear = ({ best, expected, worst }: PlanRuns, zone: number): TimeToClear =>
  between([expected, best, worst].map(({ record }) => record.clearAt[zone] ?? Number.NaN));

/** As seconds, the expected one first; the ends are put in order, for a way that opens may also mislead. */
const between = (times: readonly number[]): TimeToClear => {
  const [expected = Number.NaN] = times;
  const ordered = times.map((each) => (Number.isNaN(each) ? Infinity : each)).sort((a, b) => a - b);
  return {
    expected: whole(expected),
    earliest: whole(ordered[0] ?? Number.NaN),
    latest: whole(ordered[2] ?? Number.NaN),
  };
};

const whole = (seconds: number): number | null =>
  Number.isFinite(seconds) ? Math.round(seconds) : null;

/** The last of several zones to be clear; null as soon as one of them is not. */
export const lastToClear = (times: readonly TimeToClear[]): TimeToClear => {
  const last = (of: keyof TimeToClear): number | null =>
    times.reduce<number | null>((latest, each) => {
      const time = each[of];
      return latest === null || time === null ? null : Math.max(latest, time);
    }, 0);
  return { expected: last('expected'), earliest: last('earliest'), latest: last('latest') };
};
