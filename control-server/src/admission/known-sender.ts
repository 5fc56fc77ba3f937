import type { MeasurementWindow } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { type Refusal, refuse } from './refusal.js';

/** Whether an edge of this venue is speaking. */
export const unknownEdge = (
  plan: VenuePlan,
  sender: { readonly venue: string; readonly edge: string },
): Refusal | undefined => {
  if (sender.venue !== plan.venue.id) {
    return refuse('unknown-venue', `"${sender.venue}" is not this venue, "${plan.venue.id}"`);
  }
  return plan.edgeIndex.has(sender.edge)
    ? undefined
    : refuse('unknown-edge', `no camera of the venue names the edge "${sender.edge}"`);
};

/** The first name in a window that the venue does not know. */
export const unknownName = (plan: VenuePlan, window: MeasurementWindow): Refusal | undefined => {
  const edge = unknownEdge(plan, window);
  if (edge !== undefined) return edge;
  const camera = plan.cameras[plan.cameraIndex.get(window.camera) ?? -1];
  if (camera === undefined) {
    return refuse('unknown-camera', `the venue has no camera "${window.camera}"`);
  }
  if (camera.definition.edge !== window.edge) {
    const owner = camera.definition.edge;
    return refuse(
      'foreign-camera',
      `"${window.edge}" spoke for "${window.camera}", a camera of "${owner}"`,
    );
  }
  const zone = window.zones.find((measured) => !plan.zoneIndex.has(measured.zone));
  if (zone !== undefined) {
    return refuse(
      'unknown-zone',
      `"${window.camera}" measured the zone "${zone.zone}", which the venue does not have`,
    );
  }
  const passage = window.passages.find((measured) => !plan.passages.has(measured.passage));
  return passage === undefined
    ? undefined
    : refuse(
        'unknown-passage',
        `"${window.camera}" counted at "${passage.passage}", which the venue does not have`,
      );
};
