import { fail, ok } from '@throng/contract';
import * as onnx from 'onnxruntime-node';
import type { OpenSession, Tensors, TensorValue } from '../ports/inference-session.js';
import type { TensorSpec } from '../registry/task-signature.js';

/** Only what stops a run: the runtime's notes on nodes left to the CPU are not for users. */
const LOG_ERRORS = 3;

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim();

const toTensor = ({ type, dims, values }: TensorValue): onnx.Tensor =>
  new onnx.Tensor(type, values, dims);

const fromTensor = ({ type, dims, data }: onnx.Tensor): TensorValue | undefined => {
  if (type === 'float32' && data instanceof Float32Array) return { type, dims, values: data };
  if (type === 'int64' && data instanceof BigInt64Array) return { type, dims, values: data };
  if (type === 'uint8' && data instanceof Uint8Array) return { type, dims, values: data };
  return undefined;
};

const toSpec = (metadata: onnx.InferenceSession.ValueMetadata): TensorSpec => ({
  name: metadata.name,
  type: metadata.isTensor ? metadata.type : 'other',
  shape: metadata.isTensor ? [...metadata.shape] : [],
});

const toFeeds = (tensors: Tensors): Record<string, onnx.Tensor> =>
  Object.fromEntries(Object.entries(tensors).map(([name, value]) => [name, toTensor(value)]));

const toValues = (outputs: onnx.InferenceSession.OnnxValueMapType): Tensors => {
  const values: Record<string, TensorValue> = {};
  for (const [name, output] of Object.entries(outputs)) {
    const value = output instanceof onnx.Tensor ? fromTensor(output) : undefined;
    if (value !== undefined) values[name] = value;
  }
  return values;
};

/** Opens an ONNX file with onnxruntime on exactly the wanted provider: no silent fallback. */
export const openOnnxSession: OpenSession = async (path, { provider, threads }) => {
  try {
    const session = await onnx.InferenceSession.create(path, {
      executionProviders: [provider],
      logSeverityLevel: LOG_ERRORS,
      ...(threads > 0 ? { intraOpNumThreads: threads } : {}),
    });
    return ok({
      signature: {
        inputs: session.inputMetadata.map(toSpec),
        outputs: session.outputMetadata.map(toSpec),
      },
      run: async (feeds) => {
        try {
          return ok(toValues(await session.run(toFeeds(feeds))));
        } catch (error) {
          return fail('model-failed', `${path} failed: ${messageOf(error)}`);
        }
      },
      bare: (feeds) => {
        const ready = toFeeds(feeds);
        return async () => {
          await session.run(ready);
        };
      },
      close: () => session.release(),
    });
  } catch (error) {
    return fail('model-invalid', `${path} cannot be opened on ${provider}: ${messageOf(error)}`);
  }
};
