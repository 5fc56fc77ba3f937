/** Pieces into which the farthest way across a zone is cut. */
const PIECES = 24;

/**
 * Those who walk to a door and those who stand at one, per zone. A walker has a distance to go; all
 * of a zone walk at one speed, so the zone's way is one conveyor that moves by v·Δt.
 */
export class Walkers {
  /** Persons at the doors, per zone. */
  readonly atDoor: Float64Array;
  /** Persons on their way, per zone. */
  readonly walking: Float64Array;
  /** Persons by the piece of the way at whose end they arrive; a ring per zone. */
  readonly #ring: Float64Array;
  /** Length of a piece and how far the conveyor has moved, metres. */
  readonly #piece: Float64Array;
  readonly #moved: Float64Array;

  /** @param longest metres of the farthest way across each zone. */
  constructor(longest: Float64Array) {
    this.atDoor = new Float64Array(longest.length);
    this.walking = new Float64Array(longest.length);
    this.#ring = new Float64Array(longest.length * PIECES);
    this.#piece = longest.map((metres) => Math.max(metres, 1) / PIECES);
    this.#moved = new Float64Array(longest.length);
  }

  /** Persons set out in a zone with so many metres to go. */
  setOut(zone: number, persons: number, metres: number): void {
    const piece = this.#piece[zone] ?? 1;
    const moved = (this.#moved[zone] ?? 0) / piece;
    const head = Math.floor(moved);
    const end = Math.min(Math.round(moved + metres / piece), head + PIECES);
    if (end <= head) {
      this.atDoor[zone] = (this.atDoor[zone] ?? 0) + persons;
      return;
    }
    const place = zone * PIECES + (end % PIECES);
    this.#ring[place] = (this.#ring[place] ?? 0) + persons;
    this.walking[zone] = (this.walking[zone] ?? 0) + persons;
  }

  /** Persons who stand all over a zone set out, the last of them with so many metres to go. */
  setOutAllOver(zone: number, persons: number, farthest: number): void {
    for (let piece = 0; piece < PIECES; piece += 1) {
      this.setOut(zone, persons / PIECES, (farthest * (piece + 0.5)) / PIECES);
    }
  }

  /** Everybody who walks in a zone goes on by so many metres; who arrives stands at the door. */
  walk(zone: number, metres: number): void {
    if ((this.walking[zone] ?? 0) === 0) return;
    const piece = this.#piece[zone] ?? 1;
    const moved = this.#moved[zone] ?? 0;
    const head = Math.floor(moved / piece);
    const reached = Math.floor((moved + metres) / piece);
    this.#moved[zone] = moved + metres;
    for (let end = head + 1; end <= Math.min(reached, head + PIECES); end += 1) {
      this.#arrive(zone, zone * PIECES + (end % PIECES));
    }
    // The last one in takes the rounding of the sums with it.
    if (reached >= head + PIECES) this.walking[zone] = 0;
  }

  #arrive(zone: number, place: number): void {
    const persons = this.#ring[place] ?? 0;
    this.#ring[place] = 0;
    this.atDoor[zone] = (this.atDoor[zone] ?? 0) + persons;
    this.walking[zone] = Math.max(0, (this.walking[zone] ?? 0) - persons);
  }
}
