/** The bounds that every message obeys (SPEC rules P4–P7). */
export const LIMITS = {
  /** Bytes of a measurement window: room for a full ground grid, far too small for a picture. */
  windowBytes: 32 * 1024,
  /** Bytes of any other message from an edge: room for the health of 64 cameras, all fields filled. */
  messageBytes: 48 * 1024,
  /** Bytes of what a server asks of an edge: 64 cameras with a dozen marks and some masks each. */
  desiredBytes: 256 * 1024,
  /** Faults that an edge tells of one pushed document; more are not told. */
  fleetFaults: 64,
  /** Seconds: live cadence is never finer, so that a window cannot become a person's timeline. */
  windowSeconds: { minimum: 1, maximum: 60 },
  /** Metres: a ground cell is never small enough to frame one person. */
  cellSize: { minimum: 1, maximum: 20 },
  cellsPerWindow: 2_500,
  /** Persons/m²: the step to which a cell's density is rounded before it leaves the box. */
  cellDensityStep: 0.05,
  /** Steps of a cell: 20 persons/m² is more than a ground can hold. */
  cellSteps: { minimum: 0, maximum: 400 },
  /** Square metres: a smaller zone could single a person out. */
  zoneArea: 10,
  /** Persons on average, below which nothing is said of how a zone's people move. */
  personsBehindMovement: 5,
  zonesPerCamera: 64,
  passagesPerCamera: 64,
  camerasPerEdge: 64,
  /** Zones named in the health of an edge that warns by itself. */
  localAlarmsShown: 16,
  /** Seconds after which a server says again that it is there; three of them unheard, and it is away. */
  serverStatusSeconds: 10,
} as const;
