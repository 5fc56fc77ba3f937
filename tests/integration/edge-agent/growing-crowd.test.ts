import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModels } from '../../../edge-agent/src/adapters/models/open-models.js';
import { fuseCells } from '../../../edge-agent/src/stages/fuse-cells.js';
import { measureZones } from '../../../edge-agent/src/stages/measure-zones.js';
import { growingCrowd, type SeenCrowd } from '../../support/growing-crowd.js';

/** `THRONG_WRITE_FIXTURES=1` keeps what the models say now for the fast tests. */
const WRITE = process.env.THRONG_WRITE_FIXTURES === '1';

/** Camera 0 looks flat, 14° at its far edge, and loses a quarter beyond 3.5 persons/m². */
const CAMERAS = WRITE ? [0, 1, 2] : [1, 2];
const FEW = [0, 0.2, 0.5, 1, 2, 3, 4, 5];
const MANY = Array.from({ length: 51 }, (_, step) => step / 10);

const fixture = (camera: number): string =>
  fileURLToPath(new URL(`../../fixtures/hand-over/camera-${camera}.json`, import.meta.url));

const realModels = async () => {
  const models = await openModels({ threads: 2, providers: ['cpu'] }, process.cwd());
  if (!models.ok) throw new Error(models.message);
  onTestFinished(() => models.value.close());
  return models.value;
};

describe('[I] a crowd that grows from 0 to 5 persons/m², seen by the real models', () => {
  it.each(CAMERAS.map((camera) => ({ camera })))(
    'is counted within a fifth or six persons up to 2/m², and a third above, by camera $camera',
    async ({ camera }) => {
      const models = await realModels();
      const { seenBy, view } = growingCrowd(camera);
      const seen: SeenCrowd[] = [];
      for await (const step of seenBy(models, WRITE ? MANY : FEW)) seen.push(step);
      if (WRITE) {
        await mkdir(dirname(fixture(camera)), { recursive: true });
        await writeFile(fixture(camera), `${JSON.stringify(seen)}\n`);
      }
      for (const { density, detected, estimated, truth } of seen) {
        const cells = {
          detected: Float64Array.from(detected),
          estimated: Float64Array.from(estimated),
        };
        const [zone] = measureZones(fuseCells(cells, view, models.density?.error), view);
        const error = Math.abs((zone?.persons ?? Number.NaN) - truth);
        expect(error, `at ${density} persons/m², ${truth} people`).toBeLessThan(
          Math.max(6, (density > 2 ? 0.35 : 0.2) * truth),
        );
      }
    },
    120_000,
  );
});
