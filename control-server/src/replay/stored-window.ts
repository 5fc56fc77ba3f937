import { type MeasurementWindow, toTimestamp } from '@throng/contract';
import type { RecordedRows } from '../store/recorded-rows.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** The store doesn't keep which run of an agent a window came from: each counts as of one. */
const ONE_RUN = '0'.repeat(16);

/**
 * Makes windows again of what the store keeps. What it doesn't keep is missing: a fault (the camera
 * is then stale), how people move, the ground grid, the frames, and whether a window came late.
 */
export const storedWindows = (plan: VenuePlan): ((rows: RecordedRows) => MeasurementWindow) => {
  const sequences = new Map<string, number>();
  return ({ at, camera, passages, seconds, zones }) => {
    const sequence = sequences.get(camera) ?? 0;
    sequences.set(camera, sequence + 1);
    const known = plan.cameras[plan.cameraIndex.get(camera) ?? -1];
    return {
      v: 1,
      venue: plan.venue.id,
      // A camera that the venue no longer has is refused by its own name, whatever its edge.
      edge: known?.definition.edge ?? plan.edges[0] ?? plan.venue.id,
      camera,
      bootId: ONE_RUN,
      sequence,
      start: toTimestamp((at - seconds) * 1_000),
      seconds,
      zones: zones.map(({ area, densityP95, persons, sigma, zone }) => ({
        ...{ zone, persons, sigma, area, densityP95 },
      })),
      passages: passages.map(({ in: forth, out, passage, recall }) => ({
        ...{ passage, in: forth, out, recall },
      })),
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
    };
  };
};
