import { ok, type Result } from '@throng/contract';
import { LEAST_SCORE, type PersonDetector, type Provider } from '@throng/inference';
import {
  COCO_SSD,
  findModel,
  InferenceThread,
  openCocoSsd,
  openPersonDetector,
} from '@throng/inference/adapters';

export interface ModelOrder {
  /** An id or an .onnx path; by default the manifest's first model of the task. */
  readonly model?: string;
  readonly manifest: string;
  readonly provider: Provider;
  /** Cores that one inference may use; 0 leaves the choice to the runtime. */
  readonly threads: number;
}

export interface PersonModelOrder extends ModelOrder {
  /** An id, an .onnx path, or `coco-ssd:` and a folder or address of its model. */
  readonly model?: string;
  readonly leastScore?: number;
}

export interface OpenPersonModel {
  readonly id: string;
  readonly detector: PersonDetector;
  close(): Promise<void>;
}

const openOnnx = async (order: PersonModelOrder): Promise<Result<OpenPersonModel>> => {
  const { model: reference, manifest, leastScore, provider, threads } = order;
  const found = await findModel({ reference, task: 'person', manifest, folder: '.' });
  if (!found.ok) return found;
  const thread = new InferenceThread();
  const opened = await openPersonDetector(found.value, thread, {
    threads,
    providers: [provider],
    ...(leastScore === undefined ? {} : { leastScore }),
  });
  if (opened.ok) {
    const { detector } = opened.value;
    return ok({ id: found.value.id, detector, close: () => thread.close() });
  }
  await thread.close();
  return opened;
};

/** Opens the person model that an order names; COCO-SSD goes by its backend too: `coco-ssd (wasm)`. */
export const openPersonModel = async (
  order: PersonModelOrder,
): Promise<Result<OpenPersonModel>> => {
  if (order.model?.startsWith(COCO_SSD) !== true) return openOnnx(order);
  const { leastScore = LEAST_SCORE } = order;
  const opened = await openCocoSsd({ model: order.model.slice(COCO_SSD.length), leastScore });
  if (!opened.ok) return opened;
  const { detector, backend, close } = opened.value;
  return ok({ id: `${detector.id} (${backend})`, detector, close });
};
