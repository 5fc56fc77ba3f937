import { describe, expect, it } from 'vitest';
import { countParameters } from '../../../../models/src/registry/count-parameters.js';
import { parameterFault } from '../../../../models/src/registry/parameter-fault.js';
import { entry } from '../support/entry.js';
import { densityFile, tinyDensity } from '../support/tiny-models.js';
import { ELEMENT, onnxFile } from '../support/tiny-onnx.js';

describe('[U] parameters of an ONNX file', () => {
  it('are the elements of its floating-point initialisers', () => {
    expect(countParameters(densityFile())).toBe(192);
  });

  it('hold half precision too, and no whole numbers', () => {
    const half = { name: 'h', type: ELEMENT.float16, dims: [3, 5], values: Array(15).fill(0) };
    const sizes = { name: 's', type: ELEMENT.int64, dims: [400], values: Array(400).fill(1) };
    const initializers = [...tinyDensity.initializers, half, sizes];
    expect(countParameters(onnxFile({ ...tinyDensity, initializers }))).toBe(207);
  });

  it('may differ from the entry by 5 %, not more', () => {
    expect(parameterFault(entry({ parameters: 200 }), 192)).toBeUndefined();
    expect(parameterFault(entry({ parameters: 300 }), 192)).toContain('192 counted');
    expect(parameterFault(entry(), 192)).toBeUndefined();
  });
});
