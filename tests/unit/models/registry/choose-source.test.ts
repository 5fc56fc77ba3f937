import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../../../models/src/registry/choose-source.js';
import { entry } from '../support/entry.js';

const url = 'https://models.example/tiny.onnx';

describe('[U] where a model is fetched from', () => {
  it('is the mirror, by path and by bare name, even where there is an address', () => {
    expect(chooseSource(entry({ url }), '/mirror')).toEqual({
      ok: true,
      value: { kind: 'folder', folder: '/mirror', files: ['weights/tiny.onnx', 'tiny.onnx'] },
    });
  });

  it('is the address without a mirror, and nowhere without either', () => {
    expect(chooseSource(entry({ url }), undefined)).toEqual({
      ok: true,
      value: { kind: 'web', url },
    });
    expect(chooseSource(entry(), undefined)).toMatchObject({ code: 'no-source' });
  });
});
