#!/usr/bin/env node
// Usage: node packages/simulation/bin/render-counted.mjs FOLDER [REPEATS] [SEED]   (after `npm run types`)
import { renderCounted } from '../dist/adapters/render-counted.js';

const [folder, repeats = '2', seed = '1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder to write to: render-counted.mjs FOLDER [REPEATS] [SEED]');
  process.exit(2);
}
for (const camera of await renderCounted(folder, Number(repeats), Number(seed)))
  console.log(camera);
