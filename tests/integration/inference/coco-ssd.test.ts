import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CocoSsdThread } from '../../../packages/inference/src/adapters/coco-ssd/coco-ssd-thread.js';
import { openCocoSsd } from '../../../packages/inference/src/adapters/coco-ssd/open-coco-ssd.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeTinySsd } from './support/tiny-ssd.js';

const SIZE = { width: 80, height: 40 };

/** A black picture with a square of one colour in each of the named places of the 4 × 4. */
const picture = (places: readonly { column: number; row: number; rgb: readonly number[] }[]) => {
  const pixels = new Uint8Array(SIZE.width * SIZE.height * 3);
  for (const { column, row, rgb } of places) {
    for (let y = row * 10; y < row * 10 + 10; y += 1) {
      for (let x = column * 20; x < column * 20 + 20; x += 1) {
        pixels.set(rgb, (y * SIZE.width + x) * 3);
      }
    }
  }
  return { ...SIZE, pixels };
};

const modelFolder = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await writeTinySsd(folder);
  return folder;
};

const open = async (model: string) => {
  const opened = await openCocoSsd({ model });
  if (!opened.ok) throw new Error(opened.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
};

describe('[I] COCO-SSD on the wasm backend', () => {
  it('finds persons, and only persons, with a model from a folder', async () => {
    const { detector, backend } = await open(await modelFolder());
    expect(backend).toBe('wasm');
    const found = await detector.detect(
      picture([
        { column: 1, row: 0, rgb: [255, 0, 0] },
        { column: 3, row: 3, rgb: [204, 0, 0] },
        { column: 0, row: 2, rgb: [0, 255, 0] },
      ]),
    );
    expect(found).toEqual({
      ok: true,
      value: [
        { left: 20, top: 0, right: 40, bottom: 10, score: expect.closeTo(1) },
        { left: 60, top: 30, right: 80, bottom: 40, score: expect.closeTo(0.8) },
      ],
    });
  });

  it('finds nobody in a black picture, and leaves out what is below the least score', async () => {
    const { detector } = await open(await modelFolder());
    expect(await detector.detect(picture([]))).toEqual({ ok: true, value: [] });
    const dim = picture([{ column: 2, row: 1, rgb: [90, 0, 0] }]);
    expect(await detector.detect(dim)).toEqual({ ok: true, value: [] });
  });

  it('says why the better backends are not in use', async () => {
    const { refused } = await open(await modelFolder());
    expect(refused.map(({ backend, code }) => `${backend}: ${code}`)).toEqual([
      'tfjs-node-gpu: backend-missing',
      'tfjs-node: backend-missing',
    ]);
    expect(refused[0]?.reason).toContain('npm install @tensorflow/tfjs-node-gpu');
  });

  it('loads a model from an address', async () => {
    const folder = await modelFolder();
    const server = createServer(({ url }, response) => {
      createReadStream(join(folder, url ?? '')).pipe(response);
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { detector } = await open(`http://127.0.0.1:${port}/model.json`);
    const found = await detector.detect(picture([{ column: 0, row: 0, rgb: [255, 0, 0] }]));
    expect(found.ok && found.value.length).toBe(1);
  });

  it('sees every picture though its thread dies again and again', async () => {
    const mortal = new URL('./support/mortal-coco-ssd-worker.mjs', import.meta.url);
    const thread = new CocoSsdThread(await modelFolder(), ['wasm'], mortal);
    onTestFinished(() => thread.close());
    expect(await thread.open()).toMatchObject({ ok: true, value: { backend: 'wasm' } });
    const red = picture([{ column: 1, row: 0, rgb: [255, 0, 0] }]);
    for (const _ of [1, 2, 3]) {
      const found = await thread.detect(red, { most: 20, leastScore: 0.4 });
      expect(found.ok && found.value.length).toBe(1);
    }
  });

  it('names a folder without a model', async () => {
    const folder = await temporaryFolder();
    expect(await openCocoSsd({ model: folder })).toMatchObject({
      ok: false,
      code: 'model-invalid',
      message: expect.stringContaining(folder),
    });
  });
});
