/**
 * Persons per minute and metre of width that a way out is planned to carry.
 * Source: Guide to Safety at Sports Grounds, 6th ed., 2018.
 */
export const exitFlowPerMinute = { level: 82, stepped: 66 } as const;

export type WaySurface = keyof typeof exitFlowPerMinute;

/** Minutes within which an area must be empty by the Green Guide; a venue's plan may ask for less. */
export const usualEgressMinutes = 8;

/**
 * Persons who get out in time: P = F·T, with F the persons per minute that the exits carry
 * together and T the egress time, minutes.
 *
 * @returns whole persons.
 */
export const exitCapacity = (perMinute: number, minutes: number = usualEgressMinutes): number =>
  Math.floor(perMinute * minutes);

/**
 * Persons per hour through one entry point, and the hours within which all must be in.
 * Source: Guide to Safety at Sports Grounds, 6th ed., 2018; confirm before quoting.
 */
export const entryPoint = { personsPerHour: 660, hours: 1 } as const;

/** Persons who can be let in within the hour: P = 660 per entry point. */
export const entryCapacity = (points: number): number =>
  points * entryPoint.personsPerHour * entryPoint.hours;
