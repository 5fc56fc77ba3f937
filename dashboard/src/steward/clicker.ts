/** What is counted: who is in a zone, or who passes a passage, each way. */
export type CountPlace =
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'passage'; readonly id: string };

/** A count by hand under way. Times are epoch ms; `stoppedAt` is null while it runs. */
export interface Clicker {
  readonly place: CountPlace;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  /** Persons in the zone; of a passage those who went from → to, and back. */
  readonly first: number;
  readonly second: number;
}

export const startClicker = (place: CountPlace, now: number): Clicker => ({
  ...{ place, startedAt: now, stoppedAt: null, first: 0, second: 0 },
});

/** One more, or one less; never below nobody, and nothing once it is stopped. */
export const clicked = (clicker: Clicker, which: 'first' | 'second', by: 1 | -1): Clicker =>
  clicker.stoppedAt === null ? { ...clicker, [which]: Math.max(0, clicker[which] + by) } : clicker;

export const stopped = (clicker: Clicker, now: number): Clicker =>
  clicker.stoppedAt === null
    ? { ...clicker, stoppedAt: Math.max(now, clicker.startedAt + 1_000) }
    : clicker;

/** What the server is sent. */
export interface SentCount {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly counted:
    | { readonly kind: 'zone'; readonly zone: string; readonly persons: number }
    | {
        readonly kind: 'passage';
        readonly passage: string;
        readonly in: number;
        readonly out: number;
      };
}

/** @param id the same however often it is sent. */
export const sentCount = (
  { first, place, second, startedAt, stoppedAt }: Clicker,
  id: string,
): SentCount => ({
  id,
  from: new Date(startedAt).toISOString(),
  to: new Date(stoppedAt ?? startedAt + 1_000).toISOString(),
  counted:
    place.kind === 'zone'
      ? { kind: 'zone', zone: place.id, persons: first }
      : { kind: 'passage', passage: place.id, in: first, out: second },
});
