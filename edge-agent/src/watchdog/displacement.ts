import { type Agreement, agreement, layOver } from './align.js';
import type { Orientations } from './view-signature.js';

const ZOOMS = [0.76, 0.87, 1, 1.15, 1.32] as const;
/** Radians: 0, ±4° and ±8°. */
const TURNS = [-0.14, -0.07, 0, 0.07, 0.14] as const;
/** Cells of 24 × 18: a third of the picture, half of that where it is zoomed or turned as well. */
const FARTHEST = { right: 8, down: 6 } as const;

/**
 * Share of a reference, and cells of it, that another placement must still show to be judged: among
 * thousands of placements of a few cells one fits by chance.
 */
const LEAST_SHARE = 0.35;
const LEAST_CELLS = 60;

/** Where `now` agrees best with `before`, other than in place. */
export const bestElsewhere = (before: Orientations, now: Orientations): Agreement => {
  let best: Agreement = { score: -1, share: 0, cells: 0 };
  for (const zoom of ZOOMS) {
    for (const turn of TURNS) {
      const laid = layOver(before, zoom, turn);
      const isShift = zoom === 1 && turn === 0;
      const reach = isShift ? 1 : 0.5;
      for (let right = -FARTHEST.right * reach; right <= FARTHEST.right * reach; right += 1) {
        for (let down = -FARTHEST.down * reach; down <= FARTHEST.down * reach; down += 1) {
          if (isShift && right === 0 && down === 0) continue;
          const found = agreement(laid, now, right, down);
          const isJudged = found.share >= LEAST_SHARE && found.cells >= LEAST_CELLS;
          if (isJudged && found.score > best.score) best = found;
        }
      }
    }
  }
  return best;
};

export type Verdict = 'in-place' | 'displaced' | 'unknown';

/** Agreement from which on nothing needs to be looked for: shake and crowds leave so much. */
const SURE = 0.88;

/** A displaced picture agrees somewhere else, and by so much better than in place. */
const CLEARLY = { score: 0.75, gain: 0.08 } as const;
const ROUGHLY = { score: 0.66, gain: 0.25 } as const;

/** Below, a picture that holds still shows another place. */
const STRANGE = 0.05;

/** Share of the reference that must show edges at all, for a picture to say anything. */
const TELLING = { somewhat: 0.3, much: 0.45 } as const;

/** Agreement of a picture with what it was before, from which on it holds still. */
const STILL = 0.7;

/**
 * Whether the camera still looks where it did. A crowd that fills the view, or another light, also
 * takes the agreement away: so it must either be found again elsewhere in the picture, or the
 * picture must show other edges that hold still, as walls do and people do not.
 *
 * @param earlier what the picture showed a while ago, with no glimpse in common with `now`.
 */
export const judge = (
  reference: Orientations,
  now: Orientations,
  earlier: Orientations | undefined,
): Verdict => {
  const here = agreement(layOver(reference), now);
  if (here.share < TELLING.somewhat) return 'unknown';
  if (here.score >= SURE) return 'in-place';
  const there = bestElsewhere(reference, now);
  const gain = there.score - here.score;
  const isFound = [CLEARLY, ROUGHLY].some(
    (least) => there.score >= least.score && gain >= least.gain,
  );
  if (isFound) return 'displaced';
  if (here.score >= STRANGE) return 'in-place';
  if (here.share < TELLING.much || earlier === undefined) return 'unknown';
  const still = agreement(layOver(earlier), now);
  return still.score >= STILL && still.share >= TELLING.much ? 'displaced' : 'unknown';
};
