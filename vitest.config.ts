import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (folder: string, face = 'index') =>
  fileURLToPath(new URL(`${folder}/src/${face}.ts`, import.meta.url));

/** Tests run on the sources, so that no build stands between an edit and its verdict. */
const alias = {
  '@throng/crowd': source('packages/crowd'),
  '@throng/contract': source('packages/contract'),
  '@throng/host/adapters': source('packages/host', 'adapters/index'),
  '@throng/host': source('packages/host'),
  '@throng/inference/adapters': source('packages/inference', 'adapters/index'),
  '@throng/inference': source('packages/inference'),
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
  options: {
    isolate?: boolean;
    maxWorkers?: number;
    globalSetup?: string;
  } = {},
) => ({
  resolve: { alias },
  test: {
    name,
    ...options,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: testTimeout,
    // A second, the default, is no time on a machine that runs servers and browsers beside the test.
    expect: { poll: { timeout: 15_000, interval: 25 } },
    // CI counts as a terminal to some; what our programs say is compared as plain words.
    env: { NO_COLOR: '1' },
    sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    projects: [
      // Pure code shares its modules between files: loading them anew for each took longer than the tests.
      project(0, 'fast', ['unit', 'contract', 'reference', 'architecture'], 60_000, {
        isolate: false,
        maxWorkers: 2,
      }),
      // Mostly they wait: for a stall to be found, a watch to fire, a program to start.
      project(1, 'integration', ['integration'], 60_000, { maxWorkers: 4, isolate: false }),
      // Pages in a real browser: they share a built page and wait for each other's paint.
      project(2, 'pages', ['pages'], 180_000, {
        maxWorkers: 2,
        isolate: false,
        globalSetup: 'tests/support/build-page-once.ts',
      }),
      // Whole programs, which mostly wait for seconds to pass: two at a time leave each a core.
      project(3, 'e2e', ['e2e'], 180_000, { maxWorkers: 2 }),
    ],
  },
});
