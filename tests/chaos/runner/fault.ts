/** What a fault is given: how hard and how long, and a place of its own. */
export interface World {
  /** Minutes of real time; undefined: as long as the fault itself thinks right. */
  readonly minutes: number | undefined;
  /** How many messages, attempts or clients; undefined: the fault's own number. */
  readonly count: number | undefined;
  /** The same seed, the same order of blows. */
  readonly seed: number;
  /** An empty folder that goes with the run. */
  readonly folder: string;
  /** Tells a person who waits how far it is. */
  say(line: string): void;
}

/** What was seen, and whether that is what was promised. */
export interface Seen {
  /** One or two sentences with the figures. */
  readonly seen: string;
  readonly isKept: boolean;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** One way in which the world treats Throng badly. */
export interface Fault {
  /** The word that starts it. */
  readonly name: string;
  readonly done: string;
  readonly promised: string;
  /** Throws where it cannot be done on this machine, with the remedy. */
  run(world: World): Promise<Seen>;
}
