import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { firstLoadBudget } from './build/first-load-budget.js';
import { withoutUnreachedParts } from './build/unreached-parts.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The contract takes the schema library as one object, of which nothing can be left out. Taken as
 * a namespace, the parts that the page never calls fall away: about 25 kB.
 */
const schemaNamespace = (): Plugin => ({
  name: 'schema-namespace',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/packages/contract/src/')
      ? code.replace("import Type from 'typebox'", "import * as Type from 'typebox'")
      : null,
});

/** Modules that do nothing on being imported but declare: what the page does not use is left out. */
const declaresOnly =
  /\/(packages\/(crowd|contract)\/src|node_modules\/(typebox|polygon-clipping))\//;

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), withoutUnreachedParts(), schemaNamespace(), firstLoadBudget(here('dist/app'))],
  resolve: {
    alias: {
      '@throng/crowd': here('../packages/crowd/src/index.ts'),
      '@throng/contract': here('../packages/contract/src/index.ts'),
    },
  },
  server: {
    proxy: {
      '/ws': { target: 'ws://localhost:8080', ws: true },
      '/api': 'http://localhost:8080',
      '/auth': 'http://localhost:8080',
    },
  },
  build: {
    outDir: 'dist/app',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // People log in on a page of its own, which loads neither map nor contract; stewards carry one
      // on the phone, with a worker that keeps it for when there is no network.
      input: [
        here('index.html'),
        here('login.html'),
        here('steward.html'),
        here('worker/steward-worker.ts'),
      ],
      output: {
        // A worker is known by its address, and speaks for the folder that it lies in.
        entryFileNames: ({ name }) =>
          name === 'steward-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
      treeshake: { moduleSideEffects: (id) => !declaresOnly.test(id) },
    },
  },
});
