import type { VenueDraft } from './venue-draft.js';
import { isEqual } from './version-diff.js';

/** Two people's work in one, and what both had changed. */
export interface Merged {
  readonly draft: VenueDraft;
  /** Names of things that both changed differently: mine was kept. */
  readonly clashes: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Joins my changes and theirs since the version that both began with: thing by thing, by id. What
 * only one of us changed, added or took away is as they left it; what both changed is as I left it.
 */
export const merged = (base: VenueDraft, mine: VenueDraft, theirs: VenueDraft): Merged => {
  const clashes: string[] = [];
  const list = <Entry extends Named>(of: (draft: VenueDraft) => Entry[]): Entry[] => {
    const joined = joinedList(of(base), of(mine), of(theirs));
    clashes.push(...joined.clashes);
    return joined.entries;
  };
  const value = <Value>(of: (draft: VenueDraft) => Value): Value =>
    isEqual(of(base), of(mine)) ? of(theirs) : of(mine);
  const walls = value(({ venue }) => venue.walls);
  const floorPlan = value(({ venue }) => venue.floorPlan);
  const draft: VenueDraft = {
    venue: {
      id: theirs.venue.id,
      name: value(({ venue }) => venue.name),
      zones: list(({ venue }) => venue.zones),
      passages: list(({ venue }) => venue.passages),
      cameras: list(({ venue }) => venue.cameras),
      ...(walls === undefined ? {} : { walls }),
      ...(floorPlan === undefined ? {} : { floorPlan }),
    },
    calendar: {
      plans: list(({ calendar }) => calendar.plans),
      events: list(({ calendar }) => calendar.events),
    },
  };
  return { draft, clashes };
};

const joinedList = <Entry extends Named>(
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): { readonly entries: Entry[]; readonly clashes: readonly string[] } => {
  const find = (entries: readonly Entry[], id: string) => entries.find((each) => each.id === id);
  const ids = new Set([...theirs, ...mine].map(({ id }) => id));
  const clashes: string[] = [];
  const entries = [...ids].flatMap((id) => {
    const [was, my, their] = [find(base, id), find(mine, id), find(theirs, id)];
    if (isEqual(was, my)) return their ?? [];
    if (!isEqual(was, their) && !isEqual(my, their)) clashes.push((my ?? their)?.name ?? id);
    return my ?? [];
  });
  return { entries, clashes };
};
