import type { Aggravation } from '@throng/contract';
import type { AlertBands, Signal, ZoneKind } from '@throng/crowd';
import type { MovementPart } from '../../venue-state/zone-movement.js';
import type { AlertBand } from '../alert-band.js';
import type { WayOut } from './way-out.js';

/** What is known of a zone's crowd at one time, beside its density. */
export interface CrowdSeen {
  readonly kind: ZoneKind;
  /** Persons counted on the ground that is seen. */
  readonly persons: number;
  /** Persons/m² there. */
  readonly density: number;
  /** How they move; undefined where too few are behind it. */
  readonly movement: MovementPart | undefined;
  /** The zone's main way out; undefined where nothing of it is known now. */
  readonly wayOut: WayOut | undefined;
}

/** What a crowd's movement says of one aggravation. */
export interface Sign {
  readonly signal: Signal;
  /** The numbers behind it; undefined where they are not known. */
  readonly figure?: Aggravation;
}

export const unknownSign: Sign = { signal: 'unknown' };

/** A kind of movement that makes a density worse than its number says. */
export interface Aggravating {
  readonly kind: Aggravation['kind'];
  readonly signOf: (crowd: CrowdSeen) => Sign;
  /** Persons/m² from which a band begins while it lasts; undefined where it does not touch the band. */
  readonly limitOf: (band: AlertBand, kind: ZoneKind, bands: AlertBands) => number | undefined;
}

const BELOW = { warning: 'watch', critical: 'warning', emergency: 'critical' } as const;

/** One level higher: each band begins where the band below it does. */
export const limitBelow = (band: AlertBand, bands: AlertBands): number => bands[BELOW[band]];

/** Persons who must be behind a movement, and their share of all who are counted (SPEC AL14). */
const LEAST_PERSONS = 10;
const LEAST_SHARE = 0.5;

/** How a crowd moves, where enough of it is behind the figure to say so. */
export const trustedMovement = ({ movement, persons }: CrowdSeen): MovementPart | undefined =>
  movement !== undefined &&
  movement.persons >= LEAST_PERSONS &&
  movement.persons >= LEAST_SHARE * persons
    ? movement
    : undefined;

/** On from a figure, off below another: what lies between keeps what is. */
export const rises = (value: number, on: number, off: number): Signal => {
  if (value >= on) return 'on';
  return value < off ? 'off' : 'between';
};
