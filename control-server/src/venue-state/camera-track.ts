import type { CameraHealth, CameraState, MeasurementWindow, UnknownReason } from '@throng/contract';
import { type Deliveries, noDeliveries } from '../admission/admit-window.js';
import type { EdgeTrack } from './edge-track.js';

/** All that is kept of one camera. */
export interface CameraTrack {
  readonly deliveries: Deliveries;
  /** The newest live window. */
  readonly latest: MeasurementWindow | null;
  /** End of the newest live window without a fault, epoch ms. */
  readonly measuredEnd: number;
  /** What the agent last said of the camera. */
  readonly health: CameraHealth | null;
}

export const unseenCamera: CameraTrack = {
  deliveries: noDeliveries,
  latest: null,
  measuredEnd: Number.NEGATIVE_INFINITY,
  health: null,
};

/** The camera after a window that is live. */
export const withLiveWindow = (
  camera: CameraTrack,
  window: MeasurementWindow,
  deliveries: Deliveries,
): CameraTrack => {
  const measuredEnd = window.fault === undefined ? deliveries.newestEnd : camera.measuredEnd;
  return { ...camera, deliveries, latest: window, measuredEnd };
};

/** How far a camera can be believed now; only `live` makes its ground known. */
export interface CameraCondition {
  readonly state: CameraState['state'];
  readonly fault: CameraState['fault'];
}

/** What nearly all cameras are, nearly always: one and the same, at a thousand cameras a second. */
const live: CameraCondition = { state: 'live', fault: null };

/**
 * Judges a camera at `now` (epoch ms). The next window of a camera with windows of n seconds is due
 * n seconds after the last, so it may be n − 1 seconds older than `staleAfterSeconds`.
 */
export const cameraCondition = (
  camera: CameraTrack,
  edge: EdgeTrack,
  now: number,
  staleAfterSeconds: number,
): CameraCondition => {
  const { latest, health, deliveries } = camera;
  const reported = health?.state === 'faulty' ? (health.fault ?? null) : null;
  if (latest === null) {
    return { state: reported === null ? 'never-seen' : 'faulty', fault: reported };
  }
  if (edge.status === 'offline') return { state: 'offline', fault: null };
  const age = (now - deliveries.newestEnd) / 1_000;
  if (age > staleAfterSeconds + latest.seconds - 1) return { state: 'stale', fault: reported };
  if (latest.fault !== undefined) return { state: 'faulty', fault: latest.fault };
  return live;
};

/** Why the ground of a camera in this state is not known; null when it is. */
export const unknownReason: Readonly<Record<CameraState['state'], UnknownReason | null>> = {
  live: null,
  stale: 'stale',
  faulty: 'camera-fault',
  offline: 'edge-offline',
  'never-seen': 'never-measured',
};
