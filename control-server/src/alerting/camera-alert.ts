import { type Alert, toTimestamp } from '@throng/contract';
import type { Delays, Latch, Signal } from '@throng/crowd';
import type { CameraPlan } from '../venue-plan/venue-plan.js';
import type { CameraCondition } from '../venue-state/camera-track.js';
import type { Finding } from './alert-book.js';

/** A camera is lost, or back, only when it stays so: a reconnect is nobody's alarm. */
export const CAMERA_DELAYS: Delays = { onSeconds: 3, offSeconds: 5 };

/** Seconds after the server's start in which a camera may still be silent. */
export const STARTUP_GRACE_SECONDS = 30;

export const cameraSubject = (camera: string): string => `camera-${camera}`;

/** What a camera's condition asks of its latch, `runningSeconds` after the server's start. */
export const cameraSignal = ({ state }: CameraCondition, runningSeconds: number): Signal => {
  if (state === 'live') return 'off';
  return state === 'never-seen' && runningSeconds < STARTUP_GRACE_SECONDS ? 'unknown' : 'on';
};

const because = ({ state, fault }: CameraCondition) => {
  if (state === 'offline') return 'edge-offline';
  if (state === 'never-seen') return 'never-seen';
  return state === 'faulty' ? (fault ?? 'no-signal') : 'stale';
};

/** What the latch on a lost camera finds at `at` (epoch ms, the server's clock). */
export const findCamera = (
  { definition, zones }: CameraPlan,
  latch: Latch,
  condition: CameraCondition,
  measuredEnd: number,
  at: number,
): Finding => {
  const reason = (): Alert['reason'] => ({
    kind: 'camera-lost',
    camera: definition.id,
    edge: definition.edge,
    because: because(condition),
    lastMeasuredAt: Number.isFinite(measuredEnd) ? toTimestamp(measuredEnd) : null,
    zones: [...zones],
  });
  return {
    subject: cameraSubject(definition.id),
    category: 'system',
    at,
    standing: latch.on ? { priority: 'warning', reason } : null,
  };
};
