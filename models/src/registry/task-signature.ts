import type { FrameInput, ModelEntry, TensorOutput } from '@throng/contract';
import type { ModelSignature, TensorSpec } from '@throng/inference';

const frames: TensorSpec = { name: 'frames', type: 'uint8', shape: ['N', 'H', 'W', 3] };

/** What edge agents expect of a task's graph: frames as they come, preprocessing inside. */
export const TASK_SIGNATURES: Readonly<Record<ModelEntry['task'], ModelSignature>> = {
  density: {
    inputs: [frames],
    outputs: [{ name: 'density', type: 'float32', shape: ['N', 'rows', 'columns'] }],
  },
  person: {
    inputs: [frames],
    outputs: [
      { name: 'boxes', type: 'float32', shape: ['K', 4] },
      { name: 'scores', type: 'float32', shape: ['K'] },
      { name: 'batch', type: 'int64', shape: ['K'] },
    ],
  },
};

const inputSpec = ({ name, dtype, layout }: FrameInput): TensorSpec => ({
  name,
  type: dtype,
  shape: layout === 'NHWC' ? ['N', 'H', 'W', 3] : ['N', 3, 'H', 'W'],
});

const outputSpecs = (outputs: Readonly<Record<string, TensorOutput>>): TensorSpec[] =>
  Object.entries(outputs).map(([name, { dtype, shape }]) => ({ name, type: dtype, shape }));

/** The signature that an entry declares, or its task's where it declares none. */
export const declaredSignature = ({ task, input, output }: ModelEntry): ModelSignature => ({
  inputs: input === undefined ? TASK_SIGNATURES[task].inputs : [inputSpec(input)],
  outputs: output === undefined ? TASK_SIGNATURES[task].outputs : outputSpecs(output),
});
