/** What the schedule knows of one camera. */
interface Turn {
  /** Milliseconds between looks that the floor promises. */
  readonly period: number;
  /** When the floor's next look is due, ms. */
  due: number;
  /** Virtual time at which the last look began, and its cost, ms. */
  start: number;
  cost: number;
}

/** One that may be looked at now, and how much it matters. */
export interface Candidate<Camera> {
  readonly camera: Camera;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Who is looked at next, where the models have not the time for all. First who is behind its floor,
 * the longest overdue before the others; then start-time fair queueing by weight (Goyal, Vin and
 * Cheng, SIGCOMM 1996): the least start tag S = max(V, S₋ + cost₋ / weight), where V is the tag of
 * the last one chosen so. In the long run cameras that always have a frame share the models' time in
 * proportion to their weights.
 *
 * It never idles while anybody waits, so that where there is time for all it decides nothing but an
 * order. It reads no clock and throws no dice: the same calls give the same schedule.
 */
export class FairSchedule<Camera> {
  readonly #turns = new Map<Camera, Turn>();
  #virtual = 0;

  /** @param floor looks per second that the camera gets as long as the floors of all can be held. */
  add(camera: Camera, floor: number, now: number): void {
    this.#turns.set(camera, { period: 1_000 / floor, due: now, start: this.#virtual, cost: 0 });
  }

  remove(camera: Camera): void {
    this.#turns.delete(camera);
  }

  /** The one whose turn it is; of equals the first given. */
  next(candidates: Iterable<Candidate<Camera>>, now: number): Camera | undefined {
    let overdue: { camera: Camera; due: number } | undefined;
    let fair: { camera: Camera; tag: number } | undefined;
    for (const { camera, weight } of candidates) {
      const turn = this.#turns.get(camera);
      if (turn === undefined) continue;
      if (turn.due <= now && turn.due < (overdue?.due ?? Number.POSITIVE_INFINITY)) {
        overdue = { camera, due: turn.due };
      }
      const tag = this.#tag(turn, weight);
      if (tag < (fair?.tag ?? Number.POSITIVE_INFINITY)) fair = { camera, tag };
    }
    return (overdue ?? fair)?.camera;
  }

  /** A look at this camera begins. */
  begin({ camera, weight }: Candidate<Camera>, now: number): void {
    const turn = this.#turns.get(camera);
    if (turn === undefined) return;
    if (turn.due <= now) {
      // a debt from looks that the floor forced would be paid later, when the camera may matter most
      turn.start = this.#virtual;
      turn.due = Math.max(turn.due + turn.period, now); // late now, not each time: the mean rate is held
    } else {
      turn.start = this.#tag(turn, weight);
      this.#virtual = turn.start;
      turn.due = now + turn.period;
    }
  }

  /** It took `cost` ms of the models' time. */
  finish(camera: Camera, cost: number): void {
    const turn = this.#turns.get(camera);
    if (turn !== undefined) turn.cost = cost;
  }

  #tag({ start, cost }: Turn, weight: number): number {
    return Math.max(this.#virtual, start + cost / weight);
  }
}
