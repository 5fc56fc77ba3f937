import type { ModelSignature, TensorSpec } from '@throng/inference';

const written = ({ type, shape }: TensorSpec): string => `${type}[${shape.join(', ')}]`;

/** A fixed size must be the same, or open in the file; what is declared open must be open. */
const agrees = (declared: number | string, found: number | string | undefined): boolean =>
  typeof found !== 'number' || declared === found;

const tensorFault = (kind: string, declared: TensorSpec, found: readonly TensorSpec[]) => {
  const tensor = found.find(({ name }) => name === declared.name);
  if (tensor === undefined) {
    const names = found.map(({ name }) => `"${name}"`).join(', ') || 'none';
    return `${kind} "${declared.name}" is missing; the file has ${names}`;
  }
  const fits =
    tensor.type === declared.type &&
    tensor.shape.length === declared.shape.length &&
    declared.shape.every((size, axis) => agrees(size, tensor.shape[axis]));
  return fits
    ? undefined
    : `${kind} "${declared.name}" is ${written(tensor)} in the file, declared ${written(declared)}`;
};

/** Where a graph differs from what is declared. More outputs than declared are no fault; more inputs are. */
export const signatureFaults = (declared: ModelSignature, found: ModelSignature): string[] => {
  const unfed = found.inputs
    .filter(({ name }) => !declared.inputs.some((input) => input.name === name))
    .map(({ name }) => `input "${name}" of the file is not declared`);
  return [
    ...declared.inputs.map((tensor) => tensorFault('input', tensor, found.inputs)),
    ...unfed,
    ...declared.outputs.map((tensor) => tensorFault('output', tensor, found.outputs)),
  ].filter((fault) => fault !== undefined);
};
