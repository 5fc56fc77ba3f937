import { appendFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { densityFile } from '../../unit/models/support/tiny-models.js';
import { throngModels } from './support/command-line.js';
import { serveModel } from './support/model-server.js';
import { tinyRegistry } from './support/tiny-registry.js';

describe('[I] throng-models list', () => {
  it('shows each model to people and to programs', async () => {
    const { manifest } = await tinyRegistry();
    const table = await throngModels('list', '--manifest', manifest);
    expect(table.code).toBe(0);
    expect(table.stdout).toMatch(/tiny-density\s+density\s+192/);
    const json = await throngModels('list', '--manifest', manifest, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ models: [{ id: 'tiny-density' }, {}] });
  });

  it('fails where there is no manifest, and says which', async () => {
    const { code, stderr } = await throngModels('list', '--manifest', '/nowhere/manifest.json');
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere/manifest.json');
  });
});

describe('[I] throng-models verify', () => {
  it('passes files that are what their entries say', async () => {
    const { manifest } = await tinyRegistry();
    const { code, stdout } = await throngModels('verify', '--manifest', manifest, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      models: [
        { id: 'tiny-density', passed: ['present', 'sha256', 'opens', 'signature', 'trial run'] },
        { id: 'tiny-person', faults: [] },
      ],
    });
    expect(code).toBe(0);
  });

  it('tells a changed file and a missing one, both in one run', async () => {
    const { folder, manifest } = await tinyRegistry();
    await appendFile(join(folder, 'weights/tiny-density.onnx'), 'x');
    await rm(join(folder, 'weights/tiny-person.onnx'));
    const { code, stdout } = await throngModels('verify', '--manifest', manifest);
    expect(code).toBe(1);
    expect(stdout).toMatch(/tiny-density.*\n.*bytes: \d+, listed with \d+\n.*sha256/);
    expect(stdout).toMatch(/tiny-person.*\n.*missing; restore it/);
  });

  it('tells a graph that is not the declared one, and another number of parameters', async () => {
    const declared = {
      name: 'frames',
      layout: 'NCHW',
      dtype: 'float32',
      channels: 'RGB',
      multipleOf: 1,
    } as const;
    const { manifest } = await tinyRegistry({
      'tiny-density': { input: declared, parameters: 500 },
    });
    const { code, stdout } = await throngModels('verify', '--manifest', manifest);
    expect(code).toBe(1);
    expect(stdout).toContain('input "frames" is uint8[N, H, W, 3] in the file, declared float32');
    expect(stdout).toContain('parameters: 192 counted in the file, 500 listed');
  });
});

describe('[I] the models that come with Throng', () => {
  it('are whole, and are what their entries say', async () => {
    const { code, stdout } = await throngModels('verify');
    expect(stdout).not.toContain('✗');
    expect(code).toBe(0);
  });
});

describe('[I] throng-models pull', () => {
  it('fetches what is missing from its address', async () => {
    const server = await serveModel(densityFile());
    const { folder, manifest } = await tinyRegistry({ 'tiny-density': { url: server.url } });
    await rm(join(folder, 'weights/tiny-density.onnx'));
    const { code, stdout } = await throngModels('pull', '--manifest', manifest);
    expect(code).toBe(0);
    expect(stdout).toMatch(/tiny-density: pulled\n.*tiny-person: present/);
    expect((await throngModels('verify', '--manifest', manifest)).code).toBe(0);
  });

  it('takes one model from a mirror, and says where nothing can be had from', async () => {
    const { folder, manifest } = await tinyRegistry();
    await rename(join(folder, 'weights'), join(folder, 'mirror'));
    const pull = (...words: string[]) =>
      throngModels('pull', 'tiny-person', '--manifest', manifest, '--json', ...words);
    expect(JSON.parse((await pull()).stdout)).toMatchObject({
      ok: false,
      models: [{ id: 'tiny-person', outcome: 'no-source' }],
    });
    const { code } = await pull('--mirror', join(folder, 'mirror'));
    expect(code).toBe(0);
    expect(await readdir(join(folder, 'weights'))).toEqual(['tiny-person.onnx']);
  });

  it('names the models there are where it is asked for another', async () => {
    const { manifest } = await tinyRegistry();
    const { code, stderr } = await throngModels('pull', 'huge', '--manifest', manifest);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no model "huge".*tiny-density, tiny-person/);
  });
});

describe('[I] throng-models bench', () => {
  it('times our way beside the bare runtime, by provider and size', async () => {
    const { manifest } = await tinyRegistry();
    const words = ['--manifest', manifest, '--size', '64x48,96x64', '--runs', '2', '--json'];
    const { code, stdout } = await throngModels('bench', ...words);
    expect(code).toBe(0);
    const { rows, machine } = JSON.parse(stdout);
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row.provider).toBe('cpu');
      for (const figure of [row.ms, row.bareMs, row.ratio]) expect(figure).toBeGreaterThan(0);
    }
    expect(rows[2]).toMatchObject({ model: 'tiny-person', width: 64, height: 48 });
    expect(machine.cores).toBeGreaterThan(0);
  });
});

describe('[I] wrong usage', () => {
  it.each([
    [['eval', 'density']],
    [['bench', '--size', 'large']],
    [['bench', '--provider', 'abacus']],
    [['eval', 'person', '--data', '.', '--least-score', '2']],
    [['polish']],
  ])('ends with 2: %j', async (words) => {
    const { code, stderr } = await throngModels(...words);
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
  });

  it('is helped with examples', async () => {
    const { code, stdout } = await throngModels('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('throng-models eval density --data DIR');
  });
});
