/**
 * What one zone of an event that is over was like, minute by minute: all that is kept of an evening
 * once its measurements are erased.
 */
export interface EveningRow {
  readonly event: string;
  readonly zone: string;
  /** When the doors were to open, epoch seconds. */
  readonly doorsAt: number;
  /** Minutes from the doors to the first of `minutes`; below zero before they open. */
  readonly fromMinute: number;
  /** m² of the zone then. */
  readonly area: number;
  /** Mean persons in the whole zone; null where less than half of it was seen. */
  readonly minutes: readonly (number | null)[];
}

export const knownMinutes = ({ minutes }: Pick<EveningRow, 'minutes'>): number =>
  minutes.filter((persons) => persons !== null).length;

/** Whether a row takes the place of the one that is kept of the same event and zone. */
export const replaces = (row: EveningRow, kept: EveningRow | undefined): boolean =>
  kept === undefined || kept.doorsAt !== row.doorsAt || knownMinutes(row) >= knownMinutes(kept);
