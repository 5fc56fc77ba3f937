import type { CameraHealth, CameraState, EdgeHealth, SpoolHealth } from '@throng/contract';

type DriftStatistic = NonNullable<CameraHealth['drift']>[number]['statistic'];

/** What can be wrong with an agent or a camera, with the numbers that show it; its remedy goes by the kind. */
export type FindingCause =
  | { readonly kind: 'edge-never-seen' }
  | { readonly kind: 'edge-offline' }
  /** Seconds by which its clock is ahead. */
  | { readonly kind: 'clock-skew'; readonly seconds: number }
  /** Its machine's clock was set by so many seconds, and is not believed yet. */
  | { readonly kind: 'clock-held'; readonly seconds: number }
  | { readonly kind: 'spool-in-memory'; readonly fault: SpoolHealth['fault'] }
  | { readonly kind: 'spool-waiting'; readonly windows: number; readonly seconds: number }
  | { readonly kind: 'windows-lost'; readonly windows: number }
  | { readonly kind: 'model-replaced'; readonly times: number }
  | { readonly kind: 'model-missing' }
  | { readonly kind: 'provider-cpu'; readonly provider: EdgeHealth['models']['provider'] }
  | { readonly kind: 'local-alarm'; readonly zones: number }
  | { readonly kind: 'local-alarm-failed'; readonly times: number }
  | { readonly kind: 'camera-never-seen' }
  | { readonly kind: 'camera-silent' }
  | { readonly kind: 'camera-fault'; readonly fault: NonNullable<CameraState['fault']> }
  | { readonly kind: 'not-calibrated' }
  | { readonly kind: 'calibration-rough'; readonly metres: number }
  | { readonly kind: 'calibration-old'; readonly days: number }
  | { readonly kind: 'drift'; readonly statistic: DriftStatistic; readonly deviations: number }
  | { readonly kind: 'few-frames'; readonly perSecond: number; readonly wanted: number }
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'reconnects'; readonly times: number };

export type FindingKind = FindingCause['kind'];

/** One thing an engineer should know of a device. */
export interface FleetFinding {
  readonly cause: FindingCause;
  /** Measurements are lost, late or wrong until it is mended; otherwise it is worth a look. */
  readonly isFault: boolean;
}

export const fault = (cause: FindingCause): FleetFinding => ({ cause, isFault: true });
export const notice = (cause: FindingCause): FleetFinding => ({ cause, isFault: false });
