import type Database from 'better-sqlite3';
import type { ChainHead } from '../../audit/hash-chain.js';

/** Records that one pruning erases at most: a tenth of a second. */
const SLICE = 20_000;

/**
 * Makes the function that erases the oldest records of the chain, all of them before a moment; how many.
 * First the act is put on record by `vouch`, with the last one's sequence and hash: what is left can
 * then be followed from there. The newest record always stays.
 */
export const auditPruner = (
  database: Database.Database,
  vouch: (upTo: ChainHead, count: number) => void,
): ((before: string) => number) => {
  const oldest = database.prepare<[], { sequence: number }>(
    'SELECT sequence FROM audit_record ORDER BY sequence LIMIT 1',
  );
  // Times need not rise with the sequence: what is erased ends before the first that must stay.
  const firstToStay = database.prepare<[string], { sequence: number }>(
    `SELECT sequence FROM audit_record WHERE body ->> '$.at' >= ? ORDER BY sequence LIMIT 1`,
  );
  const newest = database.prepare<[], ChainHead>(
    'SELECT sequence, hash FROM audit_record ORDER BY sequence DESC LIMIT 1',
  );
  const at = database.prepare<[number], ChainHead>(
    'SELECT sequence, hash FROM audit_record WHERE sequence = ?',
  );
  const anchor = database.prepare<[ChainHead]>(
    `INSERT INTO audit_anchor VALUES (1, @sequence, @hash)
     ON CONFLICT (only) DO UPDATE SET sequence = @sequence, hash = @hash`,
  );
  const erase = database.prepare<[number]>('DELETE FROM audit_record WHERE sequence <= ?');
  const forget = database.prepare<[number]>(
    `DELETE FROM audit_redaction WHERE erasure IN
       (SELECT erasure FROM audit_redaction GROUP BY erasure HAVING MAX(sequence) <= ?)`,
  );
  return database.transaction((before: string): number => {
    const first = oldest.get()?.sequence;
    const end = firstToStay.get(before)?.sequence ?? newest.get()?.sequence;
    if (first === undefined || end === undefined || end <= first) return 0;
    const count = Math.min(end - first, SLICE);
    const upTo = at.get(first + count - 1);
    if (upTo === undefined) return 0;
    vouch(upTo, count);
    anchor.run(upTo);
    erase.run(upTo.sequence);
    forget.run(upTo.sequence);
    return count;
  }).immediate;
};
