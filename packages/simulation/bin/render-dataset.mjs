#!/usr/bin/env node
// Usage: node packages/simulation/bin/render-dataset.mjs FOLDER COUNT SEED   (after `npm run types`)
import { renderDataset } from '../dist/adapters/render-dataset.js';

const [folder, count = '10', seed = '1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder to write to: render-dataset.mjs FOLDER [COUNT] [SEED]');
  process.exit(2);
}
await renderDataset(folder, Number(count), Number(seed));
