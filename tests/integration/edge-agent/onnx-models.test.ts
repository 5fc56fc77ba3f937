import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModels } from '../../../edge-agent/src/adapters/models/open-models.js';
import type { ProviderChange } from '../../../edge-agent/src/adapters/models/provider-change.js';
import { FramePool } from '../../../edge-agent/src/frames/frame-pool.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeTinySsd } from '../inference/support/tiny-ssd.js';
import { MODELS } from './support/agent-files.js';

const options = { threads: 1, providers: ['cpu'] } as const;

/** A black frame with white squares at the given corners. */
const frameOf = (
  size: { width: number; height: number },
  corners: readonly (readonly [number, number])[],
  side = 32,
) => {
  const pool = new FramePool(size);
  const pixels = pool.take().fill(0);
  for (const [left, top] of corners) {
    for (let y = top; y < top + side; y += 1) {
      pixels.fill(255, (y * size.width + left) * 3, (y * size.width + left + side) * 3);
    }
  }
  return pool.frame(pixels, 0);
};

const frameWith = (corners: readonly (readonly [number, number])[]) =>
  frameOf({ width: 320, height: 256 }, corners);

const opened = async (change: object = {}) => {
  const models = await openModels({ ...options, ...MODELS, ...change }, '/');
  if (models.ok) onTestFinished(() => models.value.close());
  return models;
};

const manifestIn = async (folder: string, change: object = {}, model = MODELS.person) => {
  const file = join(folder, 'model.onnx');
  await copyFile(model, file);
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const entry = {
    id: 'squares',
    task: 'person',
    file: 'model.onnx',
    sha256,
    bytes: bytes.byteLength,
    licence: 'Apache-2.0',
    uncertainty: { relative: 0.05, floor: 0.2 },
    ...change,
  };
  const manifest = join(folder, 'manifest.json');
  await writeFile(manifest, JSON.stringify({ version: 1, models: [entry] }));
  return manifest;
};

describe('[I] ONNX models', () => {
  it('detects and estimates the people in a frame', async () => {
    const models = await opened();
    if (!models.ok) throw new Error(models.message);
    const frame = frameWith([
      [32, 64],
      [128, 96],
    ]);
    const detections = await models.value.person?.detect(frame);
    expect(detections).toEqual({
      ok: true,
      value: [
        { left: 32, top: 64, right: 64, bottom: 96, score: 1 },
        { left: 128, top: 96, right: 160, bottom: 128, score: 1 },
      ],
    });
    const map = await models.value.density?.estimate(frame);
    expect(map).toMatchObject({ ok: true, value: { columns: 40, rows: 32 } });
    const sum = map?.ok ? map.value.persons.reduce((a, b) => a + b, 0) : Number.NaN;
    expect(sum).toBeCloseTo(2, 4);
    expect(models.value.provider).toBe('cpu');
  });

  it('does not stop the agent’s own thread while a model computes', async () => {
    const models = await opened();
    if (!models.ok) throw new Error(models.message);
    const order: string[] = [];
    const looking = models.value.density?.estimate(frameWith([])).then(() => order.push('model'));
    await new Promise<void>((resolve) => setImmediate(resolve));
    order.push('own work');
    await looking;
    expect(order).toEqual(['own work', 'model']);
  });

  it('reads an upstream YOLOX model: letterbox before it, decoding and suppression behind', async () => {
    const models = await opened({ person: MODELS.yolox, density: 'none' });
    if (!models.ok) throw new Error(models.message);
    // Twice the model's 64 px wide and 96 high, so that a strip of padding lies below the picture.
    const frame = frameOf({ width: 128, height: 96 }, [[0, 0]], 64);
    const people = await models.value.person?.detect(frame);
    const [person, ...more] = people?.ok ? people.value : [];
    expect(more).toEqual([]);
    expect(person?.score).toBeCloseTo(1, 1);
    expect(person).toMatchObject({ left: 0, top: 0 });
    expect(person?.right).toBeCloseTo(64, 3);
    expect(person?.bottom).toBeCloseTo(96, 3);
  });

  it('takes a model by the manifest, with its checksum, error and least score', async () => {
    const manifest = await manifestIn(await temporaryFolder(), { leastScore: 1.0 });
    const models = await opened({ manifest, person: 'squares', density: 'none' });
    expect(models).toMatchObject({
      ok: true,
      value: {
        person: { id: 'squares', error: { relative: 0.05, floor: 0.2 } },
        density: undefined,
      },
    });
  });

  it('knows what its density model was trained on, where the manifest says', async () => {
    const experience = { brightness: { mean: 0.5, deviation: 0.1 } };
    for (const known of [{}, { experience }]) {
      const change = { task: 'density', ...known };
      const manifest = await manifestIn(await temporaryFolder(), change, MODELS.density);
      const models = await opened({ manifest, density: 'squares', person: 'none' });
      expect(models.ok && models.value.experience).toEqual(
        'experience' in known ? experience : undefined,
      );
    }
  });

  it.each([
    ['a model that is missing', { file: 'gone.onnx' }, 'model-missing', /gone\.onnx.*restore/],
    ['a model that was changed', { sha256: 'a'.repeat(64) }, 'model-corrupt', /checksum.*restore/],
    ['a manifest that breaks its schema', { sha256: 'short' }, 'manifest-invalid', /sha256/],
    ['an id that is not listed', { id: 'other' }, 'model-unknown', /lists: other\. Name/],
  ])('refuses %s, with the remedy', async (_, change, code, message) => {
    const manifest = await manifestIn(await temporaryFolder(), change);
    const models = await opened({ manifest, person: 'squares', density: 'none' });
    expect(models).toMatchObject({ ok: false, code, message: expect.stringMatching(message) });
  });

  it('refuses a file that is no model, and a model of another kind, by what it is', async () => {
    const file = join(await temporaryFolder(), 'noise.onnx');
    await writeFile(file, 'no model');
    expect(await opened({ person: file })).toMatchObject({ ok: false, code: 'model-invalid' });
    const swapped = await opened({ person: MODELS.density });
    expect(swapped).toMatchObject({
      ok: false,
      code: 'model-signature',
      message: expect.stringContaining('density: float32[N, rows, columns]'),
    });
  });

  it('refuses to run without any model', async () => {
    const none = await opened({ person: 'none', density: 'none' });
    expect(none).toMatchObject({ ok: false, code: 'no-model' });
  });

  it('runs on the CPU where none of the wanted providers works, and says why of each', async () => {
    const changes: ProviderChange[] = [];
    const models = await openModels(
      { ...options, ...MODELS, density: 'none', providers: ['tensorrt', 'cuda'] },
      '/',
      (change) => changes.push(change),
    );
    if (models.ok) onTestFinished(() => models.value.close());
    expect(models).toMatchObject({ ok: true, value: { provider: 'cpu', personProvider: 'cpu' } });
    expect(changes).toMatchObject([
      { model: 'person.onnx', wanted: 'tensorrt', inUse: 'cpu', reason: expect.any(String) },
      { model: 'person.onnx', wanted: 'cuda', inUse: 'cpu', reason: expect.any(String) },
    ]);
  });

  it('takes COCO-SSD as its detector, on the best backend that is installed', async () => {
    const folder = await temporaryFolder();
    await writeTinySsd(folder);
    const models = await opened({ person: `coco-ssd:${folder}` });
    if (!models.ok) throw new Error(models.message);
    expect(models.value).toMatchObject({ provider: 'cpu', personProvider: 'wasm' });
    const size = { width: 80, height: 64 };
    const found = await models.value.person?.detect(frameOf(size, []));
    expect(found).toEqual({ ok: true, value: [] });
    // the tiny graph sees a person in each of the 16 places that is red; white is red too
    const white = await models.value.person?.detect(frameOf(size, [[0, 0]], 64));
    expect(white?.ok && white.value.length).toBeGreaterThan(0);
  });

  it('names the package or the folder where COCO-SSD cannot be opened', async () => {
    const empty = await temporaryFolder();
    expect(await opened({ person: `coco-ssd:${empty}` })).toMatchObject({
      ok: false,
      code: 'model-invalid',
      message: expect.stringContaining(empty),
    });
  });
});
