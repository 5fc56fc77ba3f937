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

const project = (name: string, folders: string[], testTimeout: number) => ({
  resolve: { alias },
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: testTimeout,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('fast', ['unit', 'contract', 'reference', 'architecture'], 20_000),
      project('integration', ['integration'], 60_000),
      project('e2e', ['e2e'], 180_000),
    ],
  },
});
