import { type Checked, Identifier, shapeOf, Timestamp } from '@throng/contract';
import Type from 'typebox';

/** Who entered something, as they want to be called. Stays on the box. */
export const PersonName = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\p{Cc}]+$' });

/** What a steward counted, beside what the agent measured at that moment. */
export const HandCount = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{8}$' }),
    camera: Identifier,
    zone: Identifier,
    /** Persons on the part of the zone that the camera sees. */
    count: Type.Integer({ minimum: 0, maximum: 100_000 }),
    /** When they were counted. */
    at: Timestamp,
    /** Persons that the models counted then, before any correction. */
    measured: Type.Number({ minimum: 0, maximum: 100_000 }),
    by: PersonName,
    enteredAt: Timestamp,
  },
  { additionalProperties: false },
);
export type HandCount = Type.Static<typeof HandCount>;

/** Takes a hand count back; both stay in the journal. */
export const HandCountRemoval = Type.Object(
  { removes: Type.String({ pattern: '^[0-9a-f]{8}$' }), by: PersonName, enteredAt: Timestamp },
  { additionalProperties: false },
);
export type HandCountRemoval = Type.Static<typeof HandCountRemoval>;

const asCount = shapeOf(HandCount);
const asRemoval = shapeOf(HandCountRemoval);

/** Whether the entry is one that can be read, with all its faults. */
export const checkHandCount = (entry: unknown): Checked<HandCount> => asCount(entry);

/** The hand counts of a journal that hold, oldest first. Lines that are none are passed over. */
export const handCountsIn = (journal: readonly unknown[]): HandCount[] => {
  const removed = new Set(
    journal.flatMap((line) => {
      const removal = asRemoval(line);
      return removal.ok ? [removal.value.removes] : [];
    }),
  );
  return journal.flatMap((line) => {
    const count = asCount(line);
    return count.ok && !removed.has(count.value.id) ? [count.value] : [];
  });
};
