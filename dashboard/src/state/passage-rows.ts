import type { PassageDefinition, PassageState } from '@throng/contract';
import { passageLoad } from './passage-load.js';
import type { Picture } from './picture.js';

/** A passage with what is known of it. */
export interface PassageRow {
  readonly passage: PassageDefinition;
  /** Undefined where the server tells nothing of it. */
  readonly state: PassageState | undefined;
  /** Share of its planned capacity; null where nobody knows. */
  readonly load: number | null;
}

/** All passages of the venue in the venue's own order. */
export const passageRows = ({
  passages,
  venue,
}: Pick<Picture, 'passages' | 'venue'>): PassageRow[] =>
  venue.passages.map((passage) => {
    const state = passages.get(passage.id);
    return { passage, state, load: state === undefined ? null : passageLoad(state) };
  });

/** The passages that lead into or out of a zone. */
export const rowsOfZone = (rows: readonly PassageRow[], zone: string): PassageRow[] =>
  rows.filter(({ passage }) => passage.from === zone || passage.to === zone);

/** Shares of the plan that count as one when rows are sorted: they must not dance under a finger. */
const STEP = 0.05;

/** The fullest first, unknown ones last; within one step as the venue lists them. */
export const byLoad = (a: PassageRow, b: PassageRow): number => stepOf(b) - stepOf(a);

const stepOf = ({ load }: PassageRow): number => (load === null ? -1 : Math.floor(load / STEP));
