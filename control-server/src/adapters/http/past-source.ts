import type { Recorder } from '../../audit/recorder.js';
import type { MeasurementStore } from '../../store/measurement-store.js';
import type { StateSource } from './state-routes.js';

/** What tells of the past; who looks at it is noted. */
export interface PastSource extends StateSource {
  readonly store: MeasurementStore;
  readonly recorder: Recorder;
}
