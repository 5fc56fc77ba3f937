import type { ZoneKind } from './zone-kind.js';

/** How dangerous a zone's density is, in rising order. */
export type RiskBand = 'normal' | 'watch' | 'warning' | 'critical' | 'emergency';

/** All bands in rising order. */
export const riskBands: readonly RiskBand[] = [
  'normal',
  'watch',
  'warning',
  'critical',
  'emergency',
];

/** The density at which each band above normal begins, persons/m², in rising order. */
export interface AlertBands {
  readonly watch: number;
  readonly warning: number;
  readonly critical: number;
  readonly emergency: number;
}

/**
 * Default alert densities, persons/m². They are a starting point: the venue's own safety officer
 * approves every threshold.
 *
 * Basis: Still, "Introduction to Crowd Science" (flow peaks at 2–3 persons/m², unstable from 3.5,
 * congested from 5); Fruin, "The causes and prevention of crowd disasters", 1993 (involuntary
 * contact at 3.57, dangerous forces from 5.55 persons/m²); Guide to Safety at Sports Grounds
 * (standing up to 4.7 persons/m²).
 */
const bandsByKind: Readonly<Record<ZoneKind, AlertBands>> = {
  walkway: { watch: 1.1, warning: 2.2, critical: 3.5, emergency: 5 },
  stairs: { watch: 1.5, warning: 2, critical: 2.7, emergency: 4 },
  queue: { watch: 1.5, warning: 3.5, critical: 4.7, emergency: 5.3 },
  viewing: { watch: 3, warning: 4, critical: 4.7, emergency: 5.5 },
};

/** The default alert densities for a kind of zone, persons/m². */
export const defaultAlertBands = (kind: ZoneKind): AlertBands => bandsByKind[kind];

/**
 * The band of a density in persons/m²: the highest one whose beginning is reached.
 *
 * @throws RangeError when the density is not a number: unknown must never read as normal.
 */
export const riskBand = (density: number, bands: AlertBands): RiskBand => {
  if (Number.isNaN(density)) throw new RangeError('An unknown density has no risk band.');
  if (density >= bands.emergency) return 'emergency';
  if (density >= bands.critical) return 'critical';
  if (density >= bands.warning) return 'warning';
  return density >= bands.watch ? 'watch' : 'normal';
};
