import { resolve } from 'node:path';
import { ok, type Result } from '@throng/contract';
import type { LoadOptions, PersonDetector } from '@throng/inference';
import {
  COCO_SSD,
  findModel,
  type InferenceThread,
  openCocoSsd,
  openPersonDetector,
} from '@throng/inference/adapters';
import type { OnProviderChange, Place } from './provider-change.js';

export interface PersonModelOrder {
  /** An id, an .onnx file, or `coco-ssd:` and a folder or address; undefined for the manifest's first. */
  readonly reference: string | undefined;
  readonly manifest: string;
  readonly folder: string;
  readonly options: LoadOptions;
  readonly onChange: OnProviderChange;
}

export interface OpenPersonModel {
  readonly detector: PersonDetector;
  /** Where it runs now. */
  provider(): Place;
  /** Frames that it should be asked for at the same time to be fast. */
  framesAtOnce(): number;
  close(): Promise<void>;
}

const openCoco = async (
  place: string,
  { folder, onChange }: PersonModelOrder,
): Promise<Result<OpenPersonModel>> => {
  const model = /^https?:/.test(place) ? place : resolve(folder, place);
  const opened = await openCocoSsd({ model });
  if (!opened.ok) return opened;
  const { backend, close, detector, refused } = opened.value;
  for (const { backend: wanted, reason } of refused) {
    onChange({ model: detector.id, wanted, inUse: backend, reason });
  }
  return ok({ detector, provider: () => backend, framesAtOnce: () => 1, close });
};

/** Opens the person model that the settings name. ONNX files run in `thread`, which stays the caller's. */
export const openPersonModel = async (
  order: PersonModelOrder,
  thread: InferenceThread,
): Promise<Result<OpenPersonModel>> => {
  const { reference, manifest, folder, options } = order;
  if (reference?.startsWith(COCO_SSD) === true) {
    return openCoco(reference.slice(COCO_SSD.length), order);
  }
  const file = await findModel({ task: 'person', reference, manifest, folder });
  if (!file.ok) return file;
  const opened = await openPersonDetector(file.value, thread, options);
  if (!opened.ok) return opened;
  const { detector, model } = opened.value;
  return ok({
    detector,
    provider: () => model.provider,
    framesAtOnce: () => model.framesAtOnce ?? 1,
    close: async () => {},
  });
};
