import type { Random } from '../random/random.js';
import type { Ground, Way } from '../venue/venue-graph.js';
import type { Party } from './party.js';

/** A way as a door: it serves those who wait on either side, the longest waiting first. */
export interface Gate {
  readonly way: Way;
  /** Crossings so far: `in` counts from → to. */
  readonly crossings: { in: number; out: number };
  /** Share of the capacity at work. */
  readonly opening: number;
  setOpening(share: number): void;
  /** Those who wait to go from → to, and those who wait to come back. */
  readonly forward: Party[];
  readonly back: Party[];
  readonly waiting: number;
  /** Persons/s that it serves in the long run, as it works now. */
  readonly rate: number;
  /**
   * Lets parties through for `seconds`.
   * @param takes persons/(s·m) and persons that the ground beyond takes in.
   */
  serve(
    seconds: number,
    takes: (ground: Ground | undefined) => { readonly intake: number; readonly room: number },
    pass: (party: Party, forward: boolean) => void,
  ): void;
}

/** Persons who wait per metre of width from which a queue stands, and below which it is gone. */
const STANDING = { from: 2.5, to: 0.5 } as const;

/** Streams that meet in a door hinder each other. */
const COUNTERFLOW = 0.88;

/** How a door's service wavers: standard deviation of its logarithm, and its memory in seconds. */
const WAVER = { sigma: 0.1, memory: 90 } as const;

const personsOf = (queue: readonly Party[]): number =>
  queue.reduce((sum, { size }) => sum + size, 0);

/** A door whose true capacity, and what a jam costs it, are this evening's own. */
export const createGate = (way: Way, random: Random): Gate => {
  const capacity = way.capacity * Math.exp(0.12 * random.normal());
  const drop = random.between(0.78, 0.92);
  const crossings = { in: 0, out: 0 };
  const forward: Party[] = [];
  const back: Party[] = [];
  let opening = 1;
  let credit = 0;
  const intake = { forward: 0, back: 0 };
  let jammed = false;
  let waver = WAVER.sigma * random.normal();

  const first = (fits: (queue: readonly Party[]) => boolean): Party[] | undefined => {
    const open = [forward, back].filter((queue) => queue.length > 0 && fits(queue));
    return open.sort(([a], [b]) => (a?.since ?? 0) - (b?.since ?? 0))[0];
  };

  const gate: Gate = {
    way,
    crossings,
    forward,
    back,
    get opening() {
      return opening;
    },
    setOpening(share) {
      opening = share;
      if (share === 0) credit = 0;
    },
    get waiting() {
      return personsOf(forward) + personsOf(back);
    },
    get rate() {
      const meets = forward.length > 0 && back.length > 0 ? COUNTERFLOW : 1;
      return capacity * opening * (jammed ? drop : 1) * meets;
    },
    serve(seconds, takes, pass) {
      const keep = Math.exp(-seconds / WAVER.memory);
      waver = keep * waver + WAVER.sigma * Math.sqrt(1 - keep * keep) * random.normal();
      const { waiting } = gate;
      if (waiting > STANDING.from * way.width) jammed = true;
      else if (waiting < STANDING.to * way.width) jammed = false;
      const rate = gate.rate * Math.exp(waver);
      credit = Math.min(credit, 1) + rate * seconds;
      const beyond = { forward: takes(way.to), back: takes(way.from) };
      const room = { forward: beyond.forward.room, back: beyond.back.room };
      for (const side of ['forward', 'back'] as const) {
        const taken = beyond[side].intake * way.width * seconds;
        intake[side] = Math.min(intake[side], 1) + taken;
      }
      if (opening === 0) return;
      while (credit > 0) {
        const queue = first((each) => {
          const side = each === forward ? 'forward' : 'back';
          return intake[side] > 0 && room[side] >= (each[0]?.size ?? 0);
        });
        const party = queue?.shift();
        if (party === undefined) return;
        const side = queue === forward ? 'forward' : 'back';
        credit -= party.size;
        intake[side] -= party.size;
        room[side] -= party.size;
        if (side === 'forward') crossings.in += party.size;
        else crossings.out += party.size;
        pass(party, side === 'forward');
      }
    },
  };
  return gate;
};
