import type { CameraState } from '@throng/contract';
import { type FleetFinding, fault, notice } from './fleet-finding.js';

/** Metres of reprojection error from which people land in a neighbour's cell. */
const ROUGH = 0.5;

/** Days after which masts have settled, lenses were touched, and nobody remembers. */
const OLD_DAYS = 180;

/** Share of the frames asked for below which a camera is starved, and milliseconds that are slow. */
const STARVED = 0.7;
const SLOW_MS = 1_000;

/** Reconnects since the agent started that are worth a look at cable and switch. */
const MANY_RECONNECTS = 5;

/** What is wrong with a camera. @param calibrationDays age of its calibration; null where unknown. */
export const cameraFindings = (
  { fault: shown, health, latency, state }: CameraState,
  calibrationDays: number | null,
): FleetFinding[] => {
  const found: FleetFinding[] = [];
  if (state === 'never-seen') found.push(fault({ kind: 'camera-never-seen' }));
  if (state === 'stale') found.push(fault({ kind: 'camera-silent' }));
  if (shown !== null) found.push(fault({ kind: 'camera-fault', fault: shown }));
  if (latency !== null && latency.p95 >= SLOW_MS) {
    found.push(notice({ kind: 'slow', seconds: latency.p95 / 1_000 }));
  }
  if (health === null) return found;
  return [...found, ...calibration(health, calibrationDays), ...picture(health)];
};

type Health = NonNullable<CameraState['health']>;

function* calibration(
  { calibrationError, fault: said, state }: Health,
  days: number | null,
): Generator<FleetFinding> {
  if (calibrationError === undefined) {
    if (state === 'running' && said === undefined) yield notice({ kind: 'not-calibrated' });
    return;
  }
  if (calibrationError >= ROUGH) {
    yield notice({ kind: 'calibration-rough', metres: calibrationError });
  }
  if (days !== null && days >= OLD_DAYS) yield notice({ kind: 'calibration-old', days });
}

function* picture({ drift, framesPerSecond, reconnects, sampling, state }: Health) {
  for (const { deviations, statistic } of drift ?? []) {
    yield notice({ kind: 'drift', statistic, deviations });
  }
  // A camera that others need more is looked at less on purpose: its share is weighed, not starved.
  const wanted = (sampling?.wanted ?? 0) * (sampling?.weight === 1 ? 0 : 1);
  if (state === 'running' && framesPerSecond < STARVED * wanted) {
    yield notice({ kind: 'few-frames', perSecond: framesPerSecond, wanted });
  }
  if (reconnects >= MANY_RECONNECTS) yield notice({ kind: 'reconnects', times: reconnects });
}
