import { describe, expect, it } from 'vitest';
import { findEntry } from '../../../../packages/inference/src/registry/find-entry.js';
import { parseManifest } from '../../../../packages/inference/src/registry/parse-manifest.js';
import { entry } from '../../models/support/entry.js';

const manifest = (...models: unknown[]) => JSON.stringify({ version: 1, models });

describe('[U] the manifest', () => {
  it('is read with all its entries', () => {
    const parsed = parseManifest(manifest(entry(), entry({ id: 'second' })));
    expect(parsed.ok && parsed.value.models.map(({ id }) => id)).toEqual(['tiny', 'second']);
  });

  it('is refused with all faults at once, each with its field and value', () => {
    const parsed = parseManifest(manifest(entry({ bytes: 0 }), { ...entry(), task: 'face' }));
    const message = parsed.ok ? '' : parsed.message;
    expect(message).toContain('models[0].bytes');
    expect(message).toContain('models[1].task');
    expect(message.split('\n').length).toBeGreaterThanOrEqual(2);
  });

  it.each(['../x.onnx', '/etc/x.onnx', 'weights/../../x.onnx', 'C:\\x.onnx', '..\\x.onnx'])(
    'is refused where a file lies outside its folder: %s',
    (file) => {
      expect(parseManifest(manifest(entry({ file })))).toMatchObject({
        ok: false,
        message: expect.stringContaining(file),
      });
    },
  );

  it('is refused where an id is used twice, or where it is no JSON', () => {
    expect(parseManifest(manifest(entry(), entry()))).toMatchObject({
      message: expect.stringContaining('the id tiny is used twice'),
    });
    expect(parseManifest('{')).toMatchObject({ code: 'manifest-invalid' });
  });
});

describe('[U] looking a model up', () => {
  const models = [entry(), entry({ id: 'finder', task: 'person' }), entry({ id: 'other' })];
  const list = { version: 1 as const, models };

  it('finds it by id, or takes the first of the task', () => {
    expect(findEntry(list, { id: 'other' })).toMatchObject({ value: { id: 'other' } });
    expect(findEntry(list, { task: 'person' })).toMatchObject({ value: { id: 'finder' } });
    expect(findEntry(list, { task: 'density' })).toMatchObject({ value: { id: 'tiny' } });
  });

  it('lists those of the task where there is none with the id', () => {
    expect(findEntry(list, { id: 'finder', task: 'density' })).toMatchObject({
      code: 'model-unknown',
      message: expect.stringMatching(/"finder".*tiny, other\. Name/),
    });
  });
});
