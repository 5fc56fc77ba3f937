import { ok, type Result } from '@throng/contract';
import { BACKENDS, type BackendName } from '../../coco-ssd/backend.js';
import type { ChosenBackend } from '../../coco-ssd/choose-backend.js';
import { ASSUMED_ERROR } from '../../onnx/assumed-error.js';
import type { PersonDetector } from '../../ports/person-detector.js';
import { LEAST_SCORE } from '../../registry/least-score.js';
import { type CocoSsdFailure, CocoSsdThread } from './coco-ssd-thread.js';

export interface CocoSsdOptions {
  /** A folder with `model.json`, or the http(s) address of a `model.json`. Nothing is fetched unasked. */
  readonly model: string;
  /** Tried in this order. */
  readonly backends?: readonly BackendName[];
  /**
   * Detections below do not count. The library uses the same number as the overlap above which
   * two boxes are one person.
   */
  readonly leastScore?: number;
  /** Most objects, persons or not, that are found in one picture. */
  readonly most?: number;
}

/** COCO-SSD ready to find people, and what it runs on. */
export interface OpenCocoSsd extends ChosenBackend {
  readonly detector: PersonDetector;
  close(): Promise<void>;
}

/** Names COCO-SSD where a model is asked for: `coco-ssd:FOLDER_OR_ADDRESS`. */
export const COCO_SSD = 'coco-ssd:';

const MOST = 200;

/** Opens COCO-SSD on the first backend that works. */
export const openCocoSsd = async ({
  model,
  backends = BACKENDS,
  leastScore = LEAST_SCORE,
  most = MOST,
}: CocoSsdOptions): Promise<Result<OpenCocoSsd, CocoSsdFailure>> => {
  const thread = new CocoSsdThread(model, backends);
  const chosen = await thread.open();
  if (!chosen.ok) {
    await thread.close();
    return chosen;
  }
  const detector: PersonDetector = {
    id: 'coco-ssd',
    error: ASSUMED_ERROR,
    detect: (picture) => thread.detect(picture, { most, leastScore }),
  };
  return ok({ ...chosen.value, detector, close: () => thread.close() });
};
