/** What really happened up to one second of the evening. */
export interface Truth {
  /** Event time, whole seconds. */
  readonly time: number;
  readonly phase: string;
  readonly zones: Readonly<Record<string, ZoneTruth>>;
  readonly passages: Readonly<Record<string, PassageTruth>>;
  /** Persons who came in from outside and who went out again, since the beginning. */
  readonly entered: number;
  readonly left: number;
  readonly inside: number;
  /** Persons who stand outside before an entrance that is full or closed. */
  readonly waitingOutside: number;
}

export interface ZoneTruth {
  readonly persons: number;
  /** Persons/m² over the zone's whole area. */
  readonly density: number;
}

/** Crossings since the beginning, and during the last second; `in` counts from → to. */
export interface PassageTruth {
  readonly in: number;
  readonly out: number;
  readonly inPerSecond: number;
  readonly outPerSecond: number;
  readonly opening: number;
}
