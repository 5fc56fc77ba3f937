import { describe, expect, it } from 'vitest';
import { signatureFaults } from '../../../../models/src/registry/signature-faults.js';
import {
  declaredSignature,
  TASK_SIGNATURES,
} from '../../../../models/src/registry/task-signature.js';
import { entry } from '../support/entry.js';

const { density } = TASK_SIGNATURES;
const [frames] = density.inputs;
if (frames === undefined) throw new Error('a density model takes frames');

describe('[U] the signature of a graph', () => {
  it('has no fault where the file is as declared, or has an output more', () => {
    const extra = { name: 'variance', type: 'float32', shape: ['N', 'rows', 'columns'] };
    expect(signatureFaults(density, density)).toEqual([]);
    expect(signatureFaults(density, { ...density, outputs: [...density.outputs, extra] })).toEqual(
      [],
    );
  });

  it('tells a size that is fixed in the file but declared open, not the other way round', () => {
    const fixed = { ...density, inputs: [{ ...frames, shape: [1, 480, 640, 3] }] };
    expect(signatureFaults(density, fixed)).toEqual([
      'input "frames" is uint8[1, 480, 640, 3] in the file, declared uint8[N, H, W, 3]',
    ]);
    expect(signatureFaults(fixed, density)).toEqual([]);
  });

  it('tells other types, missing outputs and inputs that nobody would feed', () => {
    const found = {
      inputs: [
        { ...frames, type: 'float32' },
        { name: 'scale', type: 'float32', shape: [] },
      ],
      outputs: [{ name: 'heat', type: 'float32', shape: ['N', 1, 1] }],
    };
    expect(signatureFaults(density, found)).toEqual([
      'input "frames" is float32[N, H, W, 3] in the file, declared uint8[N, H, W, 3]',
      'input "scale" of the file is not declared',
      'output "density" is missing; the file has "heat"',
    ]);
  });

  it("is the entry's own where it declares one, else its task's", () => {
    expect(declaredSignature(entry())).toEqual(density);
    const output = { map: { dtype: 'float32', shape: ['N', 1] } };
    const input = {
      name: 'x',
      layout: 'NCHW',
      dtype: 'float32',
      channels: 'BGR',
      multipleOf: 32,
    } as const;
    expect(declaredSignature(entry({ input, output }))).toEqual({
      inputs: [{ name: 'x', type: 'float32', shape: ['N', 3, 'H', 'W'] }],
      outputs: [{ name: 'map', type: 'float32', shape: ['N', 1] }],
    });
  });
});
