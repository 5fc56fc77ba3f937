import { Identifier, shapeOf, Timestamp } from '@throng/contract';
import Type from 'typebox';
import { PersonName } from '../clicker/hand-count.js';

/** Somebody looked at a camera that was found moved, and says that it may stay as it hangs. */
export const Confirmation = Type.Object(
  { camera: Identifier, at: Timestamp, by: PersonName },
  { additionalProperties: false },
);
export type Confirmation = Type.Static<typeof Confirmation>;

const asConfirmation = shapeOf(Confirmation);

/** When a camera was confirmed last (ms); undefined where never. Lines that are none are passed over. */
export const lastConfirmed = (
  journal: readonly unknown[],
  camera: Identifier,
): number | undefined => {
  const times = journal.flatMap((line) => {
    const confirmation = asConfirmation(line);
    return confirmation.ok && confirmation.value.camera === camera
      ? [Date.parse(confirmation.value.at)]
      : [];
  });
  return times.length === 0 ? undefined : Math.max(...times);
};
