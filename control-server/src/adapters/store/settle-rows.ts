import type Database from 'better-sqlite3';

/** Groups of zones and passages; one settles at a time. */
const SLOTS = 12;
/** Writes, one a second, from one group's turn to the next: each has its turn once a minute. */
const WRITES_A_TURN = 5;

/** The group that a zone or passage is in, the same in each run. */
export const slotOf = (id: string): number => {
  let sum = 0;
  for (let index = 0; index < id.length; index += 1) sum += id.charCodeAt(index) * (index + 1);
  return sum % SLOTS;
};

/**
 * Makes the function that is called with each write, within its transaction: by turns it moves the
 * recent rows of a group to where histories are read. A minute of a zone then touches its page once.
 */
export const rowSettler = (database: Database.Database): (() => void) => {
  const zones = database.prepare<[number]>(
    `INSERT INTO zone_settled
     SELECT zone, at, camera, seconds, persons, sigma, area, density_p95 FROM zone_recent
     WHERE slot = ? ORDER BY zone, at, camera
     ON CONFLICT DO NOTHING`,
  );
  const passages = database.prepare<[number]>(
    `INSERT INTO passage_settled
     SELECT passage, at, camera, seconds, in_count, out_count, recall FROM passage_recent
     WHERE slot = ? ORDER BY passage, at, camera
     ON CONFLICT DO NOTHING`,
  );
  const zonesDone = database.prepare<[number]>('DELETE FROM zone_recent WHERE slot = ?');
  const passagesDone = database.prepare<[number]>('DELETE FROM passage_recent WHERE slot = ?');
  let writes = 0;
  return () => {
    writes += 1;
    if (writes % WRITES_A_TURN !== 0) return;
    const slot = (writes / WRITES_A_TURN) % SLOTS;
    zones.run(slot);
    zonesDone.run(slot);
    passages.run(slot);
    passagesDone.run(slot);
  };
};
