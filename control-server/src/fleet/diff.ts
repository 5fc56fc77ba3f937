import { isTree } from '@throng/contract';
import type { FleetContent } from './fleet-version.js';

/** One thing in which two versions differ; undefined where one of them says nothing of it. */
export interface Difference {
  /** As a JSON pointer; entries with an id are named by it: `/settings/cameras/gate-a/masks`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Lists of things with ids are compared by id, so that an order or an insertion is no change of all. */
const asTree = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (isTree(value)) return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((each: unknown) =>
    isTree(each) && typeof each.id === 'string' ? ([each.id, each] as const) : undefined,
  );
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
};

/** Marks and masks are told as a whole: a corner of a polygon says nothing by itself. */
const WHOLE: ReadonlySet<string> = new Set(['calibration', 'masks', 'polygon', 'area', 'line']);

const differences = (path: string, key: string, before: unknown, after: unknown): Difference[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [old, next] = WHOLE.has(key) ? [] : [asTree(before), asTree(after)];
  if (old === undefined || next === undefined) return [{ path, before, after }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return keys.flatMap((each) => differences(`${path}/${each}`, each, old[each], next[each]));
};

/** All in which the second of two versions differs from the first. */
export const diffVersions = (before: FleetContent, after: FleetContent): Difference[] =>
  differences(
    '',
    '',
    { settings: before.settings, models: before.models },
    { settings: after.settings, models: after.models },
  );
