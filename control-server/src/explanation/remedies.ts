import type { KnockOn, LimitOutcome, Remedy } from '@throng/contract';
import { PER_MINUTE } from '../bottleneck/flow-scene.js';
import { passageOf } from '../bottleneck/venue-graph.js';
import { WARNS_WITHIN } from '../forecast/warning.js';
import { type Action, actionsFor } from './actions.js';
import { inside } from './causes.js';
import type { Rerun } from './rerun.js';
import type { Subject } from './subject.js';

/** Remedies that are told, and the seconds that one must win. */
const MOST = 3;
const LEAST_WON = 120;

/** As far as anything is expected, seconds. */
const FARTHEST = 900;

/** Probability from which another zone is said to pass its limit. */
const LIKELY = 0.5;

/**
 * What staff could do, each run again: those that avoid the passing or win two minutes, at most
 * three, one for each passage. What would push another zone over its limit comes last, then the least
 * drastic goes first; of several cuts of one way in the least that avoids it is told, else the least
 * that wins the most.
 */
export const searchRemedies = (subject: Subject): Remedy[] => {
  if (!isExpected(subject.expected)) return [];
  const best = new Map<number, Attempt>();
  const actions = actionsFor(subject);
  // Where closing a way altogether is no help, cutting it is none.
  const useless = new Set(
    actions
      .filter((action) => action.cutShare === 1 && attempt(subject, action) === undefined)
      .map(({ edge }) => edge),
  );
  for (const action of actions) {
    if (action.cutShare !== null && useless.has(action.edge)) continue;
    const passage = passageOf(action.edge);
    const known = best.get(passage);
    // They come by rising severity: once one avoids it harmlessly, nothing harsher is better.
    if (known?.remedy.avoids === true && known.remedy.knockOn === null) continue;
    const tried = attempt(subject, action);
    if (tried === undefined) continue;
    if (known === undefined || isBetter(tried.remedy, known.remedy)) best.set(passage, tried);
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        Number(a.remedy.knockOn !== null) - Number(b.remedy.knockOn !== null) ||
        Number(b.remedy.avoids) - Number(a.remedy.avoids) ||
        a.severity - b.severity ||
        (b.remedy.wonSeconds ?? FARTHEST) - (a.remedy.wonSeconds ?? FARTHEST) ||
        a.edge - b.edge,
    )
    .slice(0, MOST)
    .map(({ remedy }) => remedy);
};

/** There is something to prevent, or to bring to an end. */
const isExpected = ({ expectedSeconds, probability }: LimitOutcome): boolean =>
  expectedSeconds !== null || probability >= LIKELY;

const isBetter = (a: Remedy, b: Remedy): boolean => {
  if ((a.knockOn === null) !== (b.knockOn === null)) return a.knockOn === null;
  if (b.avoids || a.avoids) return !b.avoids;
  return (a.wonSeconds ?? 0) - (b.wonSeconds ?? 0) >= LEAST_WON;
};

interface Attempt {
  readonly remedy: Remedy;
  readonly severity: number;
  readonly edge: number;
}

const attempt = (
  subject: Subject,
  { action, change, cutShare, edge, perTick, severity }: Action,
): Attempt | undefined => {
  const { expected, limit, rehearsal, scene } = subject;
  const changes = inside(rehearsal.here, change);
  if (changes.length === 0) return undefined;
  const rerun = rehearsal.again(changes);
  const outcome = rerun.outcome(0, limit);
  const { avoids, wonSeconds } = gain(expected, outcome);
  if (!avoids && (wonSeconds ?? 0) < LEAST_WON) return undefined;
  const remedy: Remedy = {
    action,
    passage: scene.graph.passages[passageOf(edge)] ?? '',
    cutShare,
    perMinute: Math.round(perTick * PER_MINUTE),
    outcome,
    avoids,
    wonSeconds,
    knockOn: knockOnOf(subject, rerun),
  };
  return { remedy, severity, edge };
};

/** What an action is worth to the zone. */
const gain = (before: LimitOutcome, after: LimitOutcome): Pick<Remedy, 'avoids' | 'wonSeconds'> => {
  if (before.expectedSeconds === 0) {
    const [was, is] = [before.belowSeconds ?? FARTHEST, after.belowSeconds];
    const isSooner = is !== null && is < was;
    return {
      avoids: isSooner && is <= WARNS_WITHIN && was > WARNS_WITHIN,
      wonSeconds: isSooner ? was - is : null,
    };
  }
  const is = after.expectedSeconds;
  const avoids = is === null && after.probability < LIKELY;
  const won = is === null || before.expectedSeconds === null ? null : is - before.expectedSeconds;
  return { avoids, wonSeconds: won === null || avoids ? null : Math.max(0, won) };
};

/** The zone that would pass its limit first because of the action, and would not without. */
const knockOnOf = ({ limits, rehearsal, scene }: Subject, rerun: Rerun): KnockOn | null => {
  const passing = rehearsal.here.zones
    .map((zone, here) => ({ zone, here, limit: limits[zone] ?? Number.POSITIVE_INFINITY }))
    .filter(({ here }) => here > 0 && rerun.rises(here))
    .filter(({ here, limit }) => !isExpected(rehearsal.expected(here, limit)))
    .map((each) => ({ ...each, outcome: rerun.outcome(each.here, each.limit) }))
    .filter(({ outcome }) => isExpected(outcome))
    .sort(
      (a, b) =>
        (a.outcome.expectedSeconds ?? FARTHEST) - (b.outcome.expectedSeconds ?? FARTHEST) ||
        a.zone - b.zone,
    );
  const [first] = passing;
  if (first === undefined) return null;
  const { limit, outcome, zone } = first;
  const { expectedSeconds, peak } = outcome;
  return { zone: scene.graph.zones[zone]?.id ?? '', limit, peak, expectedSeconds };
};
