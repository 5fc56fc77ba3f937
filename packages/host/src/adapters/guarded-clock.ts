import { readFileSync } from 'node:fs';
import { isVouchedFor } from '../clock/clock-keeping.js';
import {
  type ClockReading,
  type ClockStanding,
  type ClockState,
  judgeClock,
  startClock,
} from '../clock/judge-clock.js';
import { askClockKeepers } from './ask-clock-keepers.js';

/** Milliseconds between two questions whether the machine vouches for a time that was set. */
const ASK_EVERY_MS = 10_000;

/** The clocks of a machine, and who vouches for them. */
export interface MachineClocks {
  /** Epoch ms. */
  wall(): number;
  /** Milliseconds that no hand moves, and that stand still while the machine sleeps. */
  awake(): number;
  /** Milliseconds since the machine's start, its sleep included; undefined where nobody tells. */
  sinceBoot(): number | undefined;
  isVouchedFor(): Promise<boolean>;
  after(milliseconds: number, action: () => void): void;
}

/** Linux tells the time since its start, its sleep included, in seconds to two decimals. */
const sinceBoot = (): number | undefined => {
  try {
    const seconds = Number.parseFloat(readFileSync('/proc/uptime', 'utf8'));
    return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  } catch {
    return undefined;
  }
};

export const thisMachine: MachineClocks = {
  wall: () => Date.now(),
  awake: () => performance.now(),
  sinceBoot,
  isVouchedFor: async () => isVouchedFor(await askClockKeepers()),
  after: (milliseconds, action) => {
    setTimeout(action, milliseconds).unref(); // a clock keeps no program alive
  },
};

/** The time of day as a program goes by it: it outlives that somebody sets the machine's clock (see `judgeClock`). */
export class GuardedClock {
  readonly #machine: MachineClocks;
  readonly #bootedAtStart: number | undefined;
  #state: ClockState;
  /** Milliseconds of sleep since the start, as last looked for. */
  #slept = 0;
  #synchronisedAt: number | undefined;
  #standing: ClockStanding = { kind: 'followed' };
  #isAsking = false;
  #listener: (standing: ClockStanding) => void = () => {};

  constructor(machine: MachineClocks = thisMachine) {
    this.#machine = machine;
    const awake = machine.awake();
    this.#state = startClock({ wall: machine.wall(), steady: awake });
    const booted = machine.sinceBoot();
    this.#bootedAtStart = booted === undefined ? undefined : booted - awake;
  }

  /** Epoch ms to go by. */
  now(): number {
    const { awake, wall } = this.#machine;
    const [steady, now] = [awake(), wall()];
    let judged = judgeClock(this.#state, this.#reading(now, steady));
    if (judged.standing.kind === 'held' && judged.state.step?.since === steady + this.#slept) {
      // A jump is new: it may be that the machine slept, and time went on.
      this.#slept = this.#sleep(steady);
      judged = judgeClock(this.#state, this.#reading(now, steady));
    }
    this.#state = judged.state;
    this.#tell(judged.standing);
    return Math.floor(judged.time); // the steady clock knows fractions, the time of day none
  }

  /** How the time that is gone by stands to the machine's. */
  get standing(): ClockStanding {
    return this.#standing;
  }

  /** Seconds that the machine's time is ahead of the one that is gone by; undefined while it is followed. */
  get heldBy(): number | undefined {
    return this.#standing.kind === 'held' ? this.#standing.ahead / 1_000 : undefined;
  }

  /** Told once of every change; a later listener takes the place of the one before. */
  onChange(listener: (standing: ClockStanding) => void): void {
    this.#listener = listener;
  }

  #reading(wall: number, awake: number): ClockReading {
    return { wall, steady: awake + this.#slept, synchronisedAt: this.#synchronisedAt };
  }

  #sleep(awake: number): number {
    const booted = this.#machine.sinceBoot();
    if (booted === undefined || this.#bootedAtStart === undefined) return 0;
    return Math.max(0, booted - awake - this.#bootedAtStart);
  }

  #tell(standing: ClockStanding): void {
    const before = this.#standing.kind;
    this.#standing = standing.kind === 'taken-over' ? { kind: 'followed' } : standing;
    if (standing.kind === 'held' && !this.#isAsking) this.#askLater();
    if (standing.kind === before) return;
    this.#listener(standing);
  }

  /** Asks until the time is followed again. */
  #askLater(): void {
    this.#isAsking = true;
    this.#machine.after(ASK_EVERY_MS, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const asked = this.#machine.awake();
    const isKept = await this.#machine.isVouchedFor().catch(() => false);
    if (isKept) this.#synchronisedAt = asked + this.#slept;
    this.#isAsking = false;
    this.now(); // asks again where that was not enough
  }
}

/** The one clock of this process. */
export const hostClock = new GuardedClock();
