import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyLedger,
  enterSequence,
  type SequenceLedger,
} from '../../../../control-server/src/admission/sequence-ledger.js';

const enterAll = (sequences: readonly number[]) => {
  let ledger: SequenceLedger = emptyLedger;
  const admitted: number[] = [];
  for (const sequence of sequences) {
    const next = enterSequence(ledger, sequence);
    if (next === undefined) continue;
    admitted.push(sequence);
    ledger = next;
  }
  return { ledger, admitted };
};

const sequences = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });

describe('[U] sequence ledger', () => {
  it('[MW2] admits each sequence number exactly once, in whatever order it comes', () => {
    fc.assert(
      fc.property(sequences, (arriving) => {
        const { admitted } = enterAll(arriving);
        expect(admitted).toEqual([...new Set(arriving)]);
      }),
    );
  });

  it('remembers the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(sequences, fc.infiniteStream(fc.integer()), (arriving, keys) => {
        const order = arriving.map((value) => ({ value, key: keys.next().value }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ value }) => value);
        expect(enterAll(shuffled).ledger).toEqual(enterAll(arriving).ledger);
      }),
    );
  });

  it('stays small when every second number is missing', () => {
    const odd = Array.from({ length: 5_000 }, (_, index) => index * 2 + 1);
    const { ledger, admitted } = enterAll(odd);
    expect(admitted).toHaveLength(5_000);
    expect(ledger.gaps.length).toBeLessThanOrEqual(256);
  });

  it('lets pass what it had no room to remember, and that alone', () => {
    const { ledger } = enterAll(Array.from({ length: 300 }, (_, index) => index * 2 + 1));
    expect(ledger.floor).toBe(87);
    expect(enterSequence(ledger, 0)).toBe(ledger);
    expect(enterSequence(ledger, 598)).toBeDefined();
    expect(enterSequence(ledger, 597)).toBeUndefined();
  });

  it('[MW10] loses nothing of a long history that was thinned and comes newest first', () => {
    const history = Array.from({ length: 2_000 }, (_, index) => 4_000 - index * 2);
    const { admitted } = enterAll([5_000, ...history]);
    expect(admitted).toEqual([5_000, ...history]);
  });
});
