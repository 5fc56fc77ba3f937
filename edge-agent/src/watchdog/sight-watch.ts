import type { PictureFault } from '@throng/contract';
import { type RunningMean, withValue } from '@throng/inference';
import { type Lasting, NOTHING_YET, observed } from './lasting.js';
import { TILES, type TileSight } from './sight.js';

/** Levels of detail below which a tile shows nothing but noise, to us and to the models. */
const NOTHING = 1.3;

/** Mean detail from which on a tile usually shows something. */
const SOMETHING = 3;

/** Tiles that must usually show something before their loss is judged alone. */
const ENOUGH_TILES = 8;

/** Share of those tiles that must be lost, and below which the view is back. */
const LOST = 0.6;
const BACK = 0.4;

/** Where nothing usual is known, or in the dark, where a lit corner may be all there is to see. */
const WHOLLY_LOST = 0.95;

/** Mean luma of lost tiles from which on light blinds, and below which it is dark. */
const BRIGHT = 200;
const DARK = 16;

/** Memory of what a tile usually shows, ms. */
const USUAL = 600_000;

const TIMES = { on: 10_000, off: 15_000, looks: 3 } as const;

type LostSight = Extract<PictureFault, 'covered' | 'blinded' | 'dark'>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * How these tiles have lost sight, where at least `from` of them show nothing; undefined where they
 * see.
 *
 * @param isNew whether that is news: the dark must then hold nearly all of them.
 */
export const lostSight = (
  tiles: readonly TileSight[],
  from = WHOLLY_LOST,
  isNew = true,
): LostSight | undefined => {
  const gone = tiles.filter(({ detail }) => detail < NOTHING);
  const light = mean(gone.map((tile) => tile.light));
  const sight = light >= BRIGHT ? 'blinded' : light <= DARK ? 'dark' : 'covered';
  const least = sight === 'dark' && isNew ? WHOLLY_LOST : from;
  return gone.length >= least * tiles.length ? sight : undefined;
};

/**
 * Notices that a camera has lost sight: covered, blinded by light or in the dark. What counts is
 * detail, by an absolute floor: a dim hall, a low sun and a packed crowd all leave some.
 */
export class SightWatch {
  readonly #usual: (RunningMean | undefined)[] = Array.from({ length: TILES }, () => undefined);
  #lasting: Lasting<LostSight> = NOTHING_YET;

  get fault(): Lasting<LostSight>['active'] {
    return this.#lasting.active;
  }

  /** Whether the last look showed nothing; believed as a fault only when it lasts. */
  get isLost(): boolean {
    return this.fault !== undefined || this.#lasting.run?.fault !== undefined;
  }

  look(tiles: readonly TileSight[], at: number): void {
    const lost = this.#lost(tiles);
    this.#lasting = observed(this.#lasting, lost, at, TIMES);
    if (lost !== undefined || this.fault !== undefined) return;
    for (const [tile, { detail }] of tiles.entries()) {
      this.#usual[tile] = withValue(this.#usual[tile], detail, at, USUAL);
    }
  }

  #lost(tiles: readonly TileSight[]): LostSight | undefined {
    const judged = tiles.filter((_, tile) => (this.#usual[tile]?.mean ?? 0) >= SOMETHING);
    const isKnown = judged.length >= ENOUGH_TILES;
    const from = this.fault === undefined ? (isKnown ? LOST : WHOLLY_LOST) : BACK;
    return lostSight(isKnown ? judged : tiles, from, this.fault === undefined);
  }
}
