import { toTimestamp, type UnknownReason, type ZoneLimits, type ZoneState } from '@throng/contract';
import { levelOfService, riskBand } from '@throng/crowd';
import { isByRule } from '../limits-in-force/limits-of-zone.js';
import type { ZonePlan } from '../venue-plan/venue-plan.js';
import { type CameraCondition, type CameraTrack, unknownReason } from './camera-track.js';
import type { ZoneMeasured } from './zone-measurement.js';

/** A zone covered this far counts as wholly known: cells at its border are not exact. */
const WHOLE = 0.95;

/** Of several reasons the one that tells most about what to mend. */
const FIRST_TO_MEND: readonly UnknownReason[] = [
  'edge-offline',
  'camera-fault',
  'stale',
  'never-measured',
];

const whyUnknown = (
  zone: ZonePlan,
  coverage: number,
  conditions: readonly CameraCondition[],
): UnknownReason | null => {
  let missing = FIRST_TO_MEND.length;
  for (const camera of zone.cameras) {
    const reason = unknownReason[conditions[camera]?.state ?? 'never-seen'];
    if (reason !== null) missing = Math.min(missing, FIRST_TO_MEND.indexOf(reason));
  }
  return FIRST_TO_MEND[missing] ?? (coverage < WHOLE ? 'no-camera' : null);
};

/** When any of the zone's cameras last measured; null before the first. */
const lastMeasured = (
  zone: ZonePlan,
  cameras: readonly Pick<CameraTrack, 'measuredEnd'>[],
): number | null => {
  const newest = Math.max(
    ...zone.cameras.map((camera) => cameras[camera]?.measuredEnd ?? Number.NEGATIVE_INFINITY),
  );
  return Number.isFinite(newest) ? newest : null;
};

/** Share of the zone's area behind a measurement, 0 to 1. */
export const zoneCoverage = (zone: ZonePlan, measured: ZoneMeasured): number =>
  Math.min(1, measured.area / zone.area);

/** Persons/m² over the ground that is measured; ground that is not seen is neither full nor empty. */
export const zoneDensity = (measured: ZoneMeasured): number => measured.persons / measured.area;

/** What the live channel says of a zone. */
export const zoneState = (
  zone: ZonePlan,
  measured: ZoneMeasured | undefined,
  conditions: readonly CameraCondition[],
  cameras: readonly Pick<CameraTrack, 'measuredEnd'>[],
  trend: number | null,
  limits: ZoneLimits,
): ZoneState => {
  const { id, kind } = zone.definition;
  const told = isByRule(limits.origin) ? { limits } : {};
  if (measured === undefined) {
    const at = lastMeasured(zone, cameras);
    return {
      zone: id,
      coverage: 0,
      at: at === null ? null : toTimestamp(at),
      reading: null,
      unknownBecause: whyUnknown(zone, 0, conditions),
      ...told,
    };
  }
  const coverage = zoneCoverage(zone, measured);
  const density = zoneDensity(measured);
  return {
    zone: id,
    coverage,
    at: toTimestamp(measured.at),
    reading: {
      persons: measured.persons,
      sigma: measured.sigma,
      density,
      densityP95: measured.densityP95,
      levelOfService: levelOfService(kind, density),
      band: riskBand(density, limits.bands),
      trend,
      ...(measured.movement === undefined ? {} : { movement: measured.movement.movement }),
    },
    unknownBecause: whyUnknown(zone, coverage, conditions),
    ...told,
  };
};
