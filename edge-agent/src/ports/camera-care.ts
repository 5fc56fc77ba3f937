import type { CameraHealth } from '@throng/contract';
import type { Correction } from '../clicker/correction.js';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { FoundFault } from '../watchdog/picture-watch.js';
import type { Frame } from './frame.js';

/** What looks after one camera while it measures: whether its picture may be counted, and how. */
export interface CameraCare {
  /** What is wrong with the picture now, if anything is. */
  readonly found: FoundFault | undefined;
  /** What hand counts make of its counts. */
  readonly correction: Correction | undefined;
  /** Looks at some of the frames. The frame stays the caller's, until the promise resolves. */
  look(frame: Frame): Promise<void>;
  /** Takes note of what a frame said. */
  measured(measurement: FrameMeasurement): void;
  /** Looks whether somebody confirmed the camera or counted by hand since. */
  refresh(): Promise<void>;
  health(): Pick<CameraHealth, 'pictureFault' | 'correction'>;
}
