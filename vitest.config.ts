import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`${path}/src/index.ts`, import.meta.url));

/** Tests run on the sources, so that no build stands between an edit and its verdict. */
const alias = {
  '@throng/crowd': source('packages/crowd'),
  '@throng/contract': source('packages/contract'),
  '@throng/simulation': source('packages/simulation'),
  '@throng/edge-agent': source('edge-agent'),
  '@throng/control-server': source('control-server'),
  '@throng/demo': source('demo'),
};

/** Levels run one after the other: the real programs of a later one need the cores for themselves. */
const project = (
  groupOrder: number,
  name: string,
  folders: string[],
  testTimeout: number,
  fileParallelism = true,
) => ({
  resolve: { alias },
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: testTimeout,
    fileParallelism,
    sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    projects: [
      project(0, 'fast', ['unit', 'contract', 'reference', 'architecture'], 20_000),
      project(1, 'integration', ['integration'], 60_000),
      project(2, 'e2e', ['e2e'], 180_000, false),
    ],
  },
});
