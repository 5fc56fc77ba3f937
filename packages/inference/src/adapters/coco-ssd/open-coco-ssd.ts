import type { io, Tensor3D } from '@tensorflow/tfjs-core';
import type { DetectedObject } from '@tensorflow-models/coco-ssd';
import { fail, ok, type Result } from '@throng/contract';
import { BACKENDS, type BackendName, type StartBackend } from '../../coco-ssd/backend.js';
import { type ChosenBackend, chooseBackend } from '../../coco-ssd/choose-backend.js';
import { toDetections } from '../../coco-ssd/to-detections.js';
import { ASSUMED_ERROR } from '../../onnx/assumed-error.js';
import type { PersonDetector } from '../../ports/person-detector.js';
import { LEAST_SCORE } from '../../registry/least-score.js';
import { folderHandler } from './model-folder.js';
import { startBackend } from './start-backend.js';

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
  /** Most objects, persons or not, that are found in one frame. */
  readonly most?: number;
}

/** COCO-SSD ready to find people, and what it runs on. */
export interface OpenCocoSsd extends ChosenBackend {
  readonly detector: PersonDetector;
  close(): void;
}

/**
 * The library as it is: its own types allow a text only, but it hands `modelUrl` to
 * `loadGraphModel`, which takes a handler too.
 */
interface CocoSsdLibrary {
  load(config: { modelUrl: string | io.IOHandler }): Promise<{
    detect(image: Tensor3D, most: number, leastScore: number): Promise<DetectedObject[]>;
    dispose(): void;
  }>;
}

const LIBRARY: string = '@tensorflow-models/coco-ssd';
const NEEDED = `${LIBRARY} @tensorflow/tfjs-core @tensorflow/tfjs-converter`;
const MOST = 200;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const importLibraries = async () => {
  try {
    const tf = await import('@tensorflow/tfjs-core');
    const library: CocoSsdLibrary = await import(LIBRARY);
    return ok({ tf, library });
  } catch (error) {
    return fail(
      'library-missing',
      `COCO-SSD is not installed (${messageOf(error).split('\n')[0]}); npm install ${NEEDED}`,
    );
  }
};

/** Opens COCO-SSD on the first backend that works; `start` is replaced in tests only. */
export const openCocoSsd = async (
  { model, backends = BACKENDS, leastScore, most }: CocoSsdOptions,
  start: StartBackend = startBackend,
): Promise<Result<OpenCocoSsd, 'library-missing' | 'no-backend' | 'model-invalid'>> => {
  const imported = await importLibraries();
  if (!imported.ok) return imported;
  const { tf, library } = imported.value;
  const chosen = await chooseBackend(backends, start);
  if (!chosen.ok) return chosen;
  const modelUrl = /^https?:/.test(model) ? model : folderHandler(tf.io, model);
  try {
    const network = await library.load({ modelUrl });
    const detector: PersonDetector = {
      id: 'coco-ssd',
      error: ASSUMED_ERROR,
      detect: async ({ width, height, pixels }) => {
        const image = tf.tensor3d(pixels, [height, width, 3], 'int32');
        try {
          const objects = await network.detect(image, most ?? MOST, leastScore ?? LEAST_SCORE);
          return ok(toDetections(objects));
        } catch (error) {
          return fail('model-failed', `COCO-SSD failed: ${messageOf(error)}`);
        } finally {
          image.dispose();
        }
      },
    };
    return ok({ ...chosen.value, detector, close: () => network.dispose() });
  } catch (error) {
    return fail(
      'model-invalid',
      `the COCO-SSD model ${model} cannot be loaded: ${messageOf(error)}; name a folder with model.json and its weights, or the address of a model.json`,
    );
  }
};
