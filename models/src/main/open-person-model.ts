import { ok, type Result } from '@throng/contract';
import { openCocoSsd } from '../adapters/coco-ssd/open-coco-ssd.js';
import { findModel } from '../adapters/find-model.js';
import { onnxPersonModel } from '../adapters/onnx-person-model.js';
import { openOnnxSession } from '../adapters/onnx-session.js';
import type { SessionOptions } from '../ports/inference-session.js';
import type { PersonModel } from '../ports/person-model.js';
import { LEAST_SCORE } from './least-score.js';

export interface PersonModelOrder extends SessionOptions {
  /** An id, an .onnx path, or `coco-ssd:` and a folder or address of its model. */
  readonly model?: string;
  readonly manifest: string;
  readonly leastScore?: number;
}

export interface OpenPersonModel {
  readonly id: string;
  readonly model: PersonModel;
  close(): void | Promise<void>;
}

const COCO_SSD = 'coco-ssd:';

const openOnnx = async (order: PersonModelOrder): Promise<Result<OpenPersonModel>> => {
  const found = await findModel({ reference: order.model, task: 'person', ...order });
  if (!found.ok) return found;
  const { id, path, entry } = found.value;
  const session = await openOnnxSession(path, order);
  if (!session.ok) return session;
  const leastScore = order.leastScore ?? entry?.leastScore ?? LEAST_SCORE;
  const model = onnxPersonModel(session.value, leastScore);
  return ok({ id, model, close: () => session.value.close() });
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
  return ok({ id: `${detector.id} (${backend})`, model: detector, close });
};
