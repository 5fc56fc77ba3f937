import type { ModelEntry, TensorSpec } from '@throng/contract';

/** What a graph takes and gives. */
export interface ModelSignature {
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}

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

const asList = (
  declared: TensorSpec | readonly TensorSpec[] | undefined,
): readonly TensorSpec[] | undefined => {
  if (declared === undefined) return undefined;
  return 'name' in declared ? [declared] : declared;
};

/** The signature that an entry declares, or its task's where it declares none. */
export const declaredSignature = ({ task, input, output }: ModelEntry): ModelSignature => ({
  inputs: asList(input) ?? TASK_SIGNATURES[task].inputs,
  outputs: asList(output) ?? TASK_SIGNATURES[task].outputs,
});
