import type { Alert } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** Whether the venue has what an alert is about; the server itself it always has. */
export const hasSubject = (
  { cameraIndex, edgeIndex, zoneIndex }: VenuePlan,
  { reason }: Pick<Alert, 'reason'>,
): boolean => {
  switch (reason.kind) {
    case 'density':
    case 'forecast':
      return zoneIndex.has(reason.zone);
    case 'camera-lost':
      return cameraIndex.has(reason.camera);
    case 'duplicate-edge':
      return edgeIndex.has(reason.edge);
    case 'store-failing':
      return true;
  }
};
