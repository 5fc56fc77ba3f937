import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  BACKENDS,
  type BackendFailure,
  type BackendName,
  type StartBackend,
} from '../../../../packages/inference/src/coco-ssd/backend.js';
import { chooseBackend } from '../../../../packages/inference/src/coco-ssd/choose-backend.js';
import { toDetections } from '../../../../packages/inference/src/coco-ssd/to-detections.js';

/** A machine on which the named backends fail in the named way, and the others work. */
const machine = (failures: Partial<Record<BackendName, BackendFailure>>) => {
  const tried: BackendName[] = [];
  const start: StartBackend = async (name) => {
    tried.push(name);
    const code = failures[name];
    return code === undefined ? ok(true) : fail(code, `${code} of ${name}`);
  };
  return { tried, start };
};

describe('[U] the backend of COCO-SSD', () => {
  it('is the first that works, and no further one is started', async () => {
    const { tried, start } = machine({});
    expect(await chooseBackend(BACKENDS, start)).toEqual(
      ok({ backend: 'tfjs-node-gpu', refused: [] }),
    );
    expect(tried).toEqual(['tfjs-node-gpu']);
  });

  it('falls back in order and keeps each reason', async () => {
    const { start } = machine({ 'tfjs-node-gpu': 'gpu-missing', 'tfjs-node': 'backend-broken' });
    expect(await chooseBackend(BACKENDS, start)).toEqual(
      ok({
        backend: 'wasm',
        refused: [
          { backend: 'tfjs-node-gpu', code: 'gpu-missing', reason: 'gpu-missing of tfjs-node-gpu' },
          { backend: 'tfjs-node', code: 'backend-broken', reason: 'backend-broken of tfjs-node' },
        ],
      }),
    );
  });

  it('is none where none works, with a reason for each', async () => {
    const { start } = machine({ 'tfjs-node': 'backend-missing', wasm: 'backend-missing' });
    const chosen = await chooseBackend(['tfjs-node', 'wasm'], start);
    expect(chosen).toMatchObject({
      code: 'no-backend',
      message: expect.stringMatching(/tfjs-node: .*\nwasm: /),
    });
  });
});

describe('[U] objects of COCO-SSD', () => {
  it('become detections where they are persons, surest first', () => {
    const objects = [
      { bbox: [1, 2, 3, 4] as const, class: 'person', score: 0.5 },
      { bbox: [0, 0, 9, 9] as const, class: 'dog', score: 0.99 },
      { bbox: [5, 5, 10, 20] as const, class: 'person', score: 0.9 },
    ];
    expect(toDetections(objects)).toEqual([
      { left: 5, top: 5, right: 15, bottom: 25, score: 0.9 },
      { left: 1, top: 2, right: 4, bottom: 6, score: 0.5 },
    ]);
  });
});
