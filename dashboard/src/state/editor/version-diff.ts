import type { VenueDraft } from './venue-draft.js';

/** The named lists of a version, in the order in which people ask for them. */
export const diffLists = ['zones', 'passages', 'cameras', 'plans', 'events'] as const;
export type DiffList = (typeof diffLists)[number];

/** One field that is not what it was; undefined where it is not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly list: DiffList;
  readonly id: string;
  /** As it is called now, or was before it went. */
  readonly name: string;
  /** What changed; of what came or went, nothing. */
  readonly fields: readonly FieldChange[];
}

/** What makes one version another. */
export interface VersionDiff {
  readonly entries: readonly EntryChange[];
  /** Of the venue itself: its name, its walls, its floor plan. */
  readonly venue: readonly FieldChange[];
}

type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };

const entriesOf = ({ calendar, venue }: VenueDraft, list: DiffList): readonly Entry[] => {
  if (list === 'plans') return calendar.plans;
  return list === 'events' ? calendar.events : venue[list];
};

/** What changed from one draft to another: things by their id, each with the fields that differ. */
export const diffOf = (before: VenueDraft, after: VenueDraft): VersionDiff => ({
  entries: diffLists.flatMap((list) =>
    entryChanges(list, entriesOf(before, list), entriesOf(after, list)),
  ),
  venue: fieldChanges(frameOf(before), frameOf(after)),
});

export const isEmptyDiff = ({ entries, venue }: VersionDiff): boolean =>
  entries.length === 0 && venue.length === 0;

const frameOf = ({ venue: { floorPlan, name, walls } }: VenueDraft) => ({
  name,
  walls: walls?.length === 0 ? undefined : walls,
  floorPlan,
});

const entryChanges = (
  list: DiffList,
  before: readonly Entry[],
  after: readonly Entry[],
): EntryChange[] => {
  const [then, now] = [byId(before), byId(after)];
  const gone = before.filter(({ id }) => !now.has(id));
  const come = after.filter(({ id }) => !then.has(id));
  const bare =
    (kind: 'added' | 'removed') =>
    (entry: Entry): EntryChange => ({
      kind,
      list,
      id: entry.id,
      name: entry.name,
      fields: [],
    });
  const changed = after.flatMap((entry): EntryChange[] => {
    const earlier = then.get(entry.id);
    const fields = earlier === undefined ? [] : fieldChanges(earlier, entry);
    if (fields.length === 0) return [];
    return [{ kind: 'changed', list, id: entry.id, name: entry.name, fields }];
  });
  return [...come.map(bare('added')), ...gone.map(bare('removed')), ...changed];
};

const byId = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

const fieldChanges = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** Whether two values of JSON are the same; the order of an object's keys says nothing. */
export const isEqual = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
};
