import type { CameraState } from '@throng/contract';
import type { Registry } from 'prom-client';
import { liveGauge, type Say } from './live-gauge.js';

type Labels = 'edge' | 'camera';

/** What Prometheus is told of each camera: whether it can be believed, and what its agent last said. */
export const registerCameraMetrics = (
  registry: Registry,
  cameras: () => readonly CameraState[],
): void => {
  const each = (
    name: string,
    help: string,
    value: (camera: CameraState) => number | null | undefined,
  ): void =>
    liveGauge(registry, name, help, ['edge', 'camera'], (say: Say<Labels>) => {
      for (const state of cameras()) {
        say({ edge: state.edge, camera: state.camera }, value(state));
      }
    });
  each('throng_camera_up', '1 while what a camera measures can be believed.', ({ state }) =>
    state === 'live' ? 1 : 0,
  );
  each(
    'throng_camera_frames_per_second',
    'Frames analysed per second.',
    ({ health }) => health?.framesPerSecond,
  );
  each(
    'throng_camera_reconnects',
    "Times that a stream was opened anew since its agent's start.",
    ({ health }) => health?.reconnects,
  );
  liveGauge(
    registry,
    'throng_camera_latency_seconds',
    'From capture to a window that is ready, by quantile.',
    ['edge', 'camera', 'quantile'],
    (say) => {
      for (const { camera, edge, latency } of cameras()) {
        if (latency === null) continue;
        say({ edge, camera, quantile: '0.5' }, latency.p50 / 1_000);
        say({ edge, camera, quantile: '0.95' }, latency.p95 / 1_000);
      }
    },
  );
  liveGauge(
    registry,
    'throng_camera_drift_deviations',
    'How far a camera has left what its model was trained on, in standard deviations.',
    ['edge', 'camera', 'statistic'],
    (say) => {
      for (const { camera, edge, health } of cameras()) {
        for (const { deviations, statistic } of health?.drift ?? []) {
          say({ edge, camera, statistic }, deviations);
        }
      }
    },
  );
  liveGauge(
    registry,
    'throng_camera_fault',
    '1 for the fault that a camera has.',
    ['edge', 'camera', 'fault'],
    (say) => {
      for (const { camera, edge, fault } of cameras()) {
        if (fault !== null) say({ edge, camera, fault }, 1);
      }
    },
  );
};
