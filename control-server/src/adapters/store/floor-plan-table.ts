import { fail, ok } from '@throng/contract';
import type Database from 'better-sqlite3';
import {
  type FloorPlanStore,
  MAX_PICTURES_BYTES,
  type NewPicture,
  type Picture,
} from '../../venue-versions/floor-plan.js';
import { attempt } from './store-fault.js';

/** Pictures of the floor in an open database. @param room bytes that all of them may take. */
export const floorPlanTable = (
  database: Database.Database,
  room = MAX_PICTURES_BYTES,
): FloorPlanStore => {
  const known = database.prepare<[string], { id: string }>(
    'SELECT id FROM floor_plan WHERE id = ?',
  );
  const one = database.prepare<[string], Picture>(
    'SELECT type, bytes FROM floor_plan WHERE id = ?',
  );
  const size = database.prepare<[], { bytes: number }>(
    'SELECT IFNULL(SUM(LENGTH(bytes)), 0) AS bytes FROM floor_plan',
  );
  const add = database.prepare(
    'INSERT INTO floor_plan VALUES (@id, @type, @savedAt, @savedBy, @bytes)',
  );
  const keep = database.transaction((picture: NewPicture): boolean => {
    if (known.get(picture.id) !== undefined) return true;
    const { bytes } = size.get() ?? { bytes: 0 };
    if (bytes + picture.bytes.length > room) return false;
    add.run(picture);
    return true;
  });
  return {
    has: (id) => attempt(database, () => known.get(id) !== undefined),
    read: (id) => attempt(database, () => one.get(id)),
    keep: (picture) => {
      const kept = attempt(database, () => keep.immediate(picture));
      if (!kept.ok) return kept;
      const most = room / 1024 ** 2;
      return kept.value
        ? ok(undefined)
        : fail('too-many-pictures', `pictures of the floor may take ${most} MB in all`);
    },
  };
};
