import { setTimeout as wait } from 'node:timers/promises';
import type { Arm } from '../shared/arm.js';
import { residentMegabytes } from '../shared/cpu-time.js';
import { quantile } from '../shared/statistics.js';
import { type Received, tapWindows } from './window-tap.js';

/** How an agent on one core does with so many cameras. */
export interface CurvePoint {
  readonly cameras: number;
  /** Frames per second and camera that were captured, and that were looked at. */
  readonly captured: number;
  readonly kept: number;
  /** Milliseconds from the newest frame's capture until a subscriber has its window. */
  readonly publishLatencyMs: { readonly p50: number; readonly p95: number };
  /** Share of a core that agent and decoders used. */
  readonly load: number;
  /** Memory of the agent alone, without its decoders. */
  readonly megabytes: number;
}

/** Milliseconds for cameras to open and models to warm up. */
const WARM_UP = 4_000;

/** For each window: from the capture of its newest frame until it was received, ms. */
const publishLatencies = (received: readonly Received[], captured: readonly number[][]): number[] =>
  received.flatMap(({ at, window }) => {
    const start = Date.parse(window.start);
    const end = start + window.seconds * 1_000;
    const times = captured[Number(window.camera.replace('cam-', '')) - 1] ?? [];
    const newest = Math.max(...times.filter((time) => time >= start && time < end));
    return Number.isFinite(newest) ? [at - newest] : [];
  });

const capturedBy = async (arm: Arm): Promise<number[][]> => {
  const { captured } = await arm.ask('report');
  if (!Array.isArray(captured)) throw new Error('the agent told no captures');
  return captured;
};

/** Measures an agent that runs with so many cameras in real time. */
export const curvePoint = async (
  cameras: number,
  seconds: number,
  broker: string,
  edge: string,
  start: () => Promise<Arm>,
): Promise<CurvePoint> => {
  const tap = await tapWindows(broker, edge);
  const arm = await start();
  await wait(WARM_UP);
  const began = { at: performance.now(), spent: arm.spent(), windows: tap.received.length };
  await wait(seconds * 1_000);
  const elapsed = (performance.now() - began.at) / 1_000;
  const spent = arm.spent() - began.spent;
  const received = tap.received.slice(began.windows);
  const captured = await capturedBy(arm);
  const megabytes = residentMegabytes(arm.pid);
  await arm.stop();
  await tap.close();
  const latencies = publishLatencies(received, captured);
  const perCamera = (count: (window: Received['window']) => number): number =>
    received.reduce((sum, { window }) => sum + count(window), 0) / (elapsed * cameras);
  return {
    cameras,
    captured: perCamera(({ frames }) => frames.captured),
    kept: perCamera(({ frames }) => frames.processed),
    publishLatencyMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
    load: spent / elapsed,
    megabytes,
  };
};

/** The most cameras of which hardly a frame was lost. */
export const camerasHeld = (curve: readonly CurvePoint[], share = 0.97): number =>
  Math.max(
    0,
    ...curve.filter(({ kept, captured }) => kept >= share * captured).map((point) => point.cameras),
  );

/** Megabytes that each further camera costs: the slope of a least-squares line; undefined for one point. */
export const megabytesPerCamera = (curve: readonly CurvePoint[]): number | undefined => {
  if (curve.length < 2) return undefined;
  const mean = (of: (point: CurvePoint) => number): number =>
    curve.reduce((sum, point) => sum + of(point), 0) / curve.length;
  const [x, y] = [mean(({ cameras }) => cameras), mean(({ megabytes }) => megabytes)];
  const covariance = mean((point) => (point.cameras - x) * (point.megabytes - y));
  return covariance / mean((point) => (point.cameras - x) ** 2);
};
