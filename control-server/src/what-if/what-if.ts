import {
  type AlertBands,
  fail,
  ok,
  type Result,
  toTimestamp,
  type WhatIfAnswer,
  type WhatIfRequest,
} from '@throng/contract';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { planOutcome } from './plan-outcome.js';
import { presentOf } from './present.js';
import { doNothing, type PlanFault, type ResolvedPlan, resolvePlan } from './resolve-plan.js';
import { type PlanRuns, runPlan, type Situation } from './run-plan.js';
import type { WalkingGround } from './walking-ground.js';

export type WhatIfFault = PlanFault | 'too-large' | 'nothing-known';

/** Steps of 5 s times edges in all runs together: a few seconds of work, done in small pieces. */
const WORK = 100_000_000;

/** Zones that are drawn where none are asked for. */
const DRAWN = 8;

/** A request that can be run. */
export interface Inquiry {
  readonly situation: Situation;
  /** Doing nothing first. */
  readonly plans: readonly ResolvedPlan[];
  readonly drawn: readonly number[] | undefined;
  readonly at: number;
}

/** What a server knows now. */
export interface Known extends Pick<ProcessingState, 'flows' | 'zones'> {
  /** Limits in force per zone. */
  readonly bands: readonly AlertBands[];
}

/** Looks whether a request can be run now, and with what. @param now epoch ms. */
export const inquire = (
  venue: VenuePlan,
  ground: WalkingGround,
  { bands, flows, zones }: Known,
  request: WhatIfRequest,
  now: number,
): Result<Inquiry, WhatIfFault> => {
  if (flows === null) {
    const message = 'how people flow is not known yet; ask again when the forecast has begun';
    return fail('nothing-known', message);
  }
  const plans: ResolvedPlan[] = [doNothing(venue)];
  for (const plan of request.plans) {
    const resolved = resolvePlan(venue, plan);
    if (!resolved.ok) return resolved;
    plans.push(resolved.value);
  }
  const drawn = request.zones?.map((id) => venue.zoneIndex.get(id) ?? -1);
  const missing = drawn?.indexOf(-1) ?? -1;
  if (missing >= 0) {
    return fail('unknown-place', `the venue has no zone "${request.zones?.[missing]}"`);
  }
  const until = request.untilMinutes * 60;
  // Three runs of each plan in steps of 5 s.
  const work = 3 * plans.length * (until / 5) * ground.network.edges;
  if (work > WORK) {
    const minutes = Math.floor((request.untilMinutes * WORK) / work);
    const message = `that is too much for this venue; ask for fewer plans or at most ${minutes} minutes`;
    return fail('too-large', message);
  }
  const present = presentOf(venue, zones, flows.persons);
  const situation = { venue, ground, picture: flows, present, bands, until };
  return ok({ situation, plans, drawn, at: now });
};

/** Runs all plans of an inquiry, with a pause after every minute of a run, so that a server can do its work. */
export function* runInquiry({
  at,
  drawn,
  plans,
  situation,
}: Inquiry): Generator<void, WhatIfAnswer> {
  const ran: PlanRuns[] = [];
  for (const plan of plans) {
    ran.push(yield* runPlan(situation, plan));
  }
  const { present, until } = situation;
  const shown = drawn ?? densest(ran);
  return {
    at: toTimestamp(at),
    untilMinutes: until / 60,
    seriesSeconds: ran[0]?.expected.record.drawnEvery ?? until,
    persons: Math.round(present.persons.reduce((sum, each) => sum + each, 0)),
    assumed: [...present.assumed],
    plans: ran.map((runs) => planOutcome(situation, runs, shown)),
  };
}

/** The zones that become densest under any of the plans. */
const densest = (ran: readonly PlanRuns[]): number[] => {
  const peaks = Array.from(ran[0]?.expected.record.peak ?? [], (_, zone) => ({
    zone,
    peak: Math.max(...ran.map(({ expected }) => expected.record.peak[zone] ?? 0)),
  }));
  return peaks
    .sort((a, b) => b.peak - a.peak)
    .slice(0, DRAWN)
    .map(({ zone }) => zone);
};
