#!/usr/bin/env node
// Usage: node packages/simulation/bin/render-counted.mjs FOLDER [CAMERAS] [REPEATS] [SEED]   (after `npm run types`)
import { renderCounted } from '../dist/adapters/render-counted.js';

const [folder, ...numbers] = process.argv.slice(2);
const [cameras = 12, repeats = 2, seed = 1] = numbers.map(Number);
if (folder === undefined || ![cameras, repeats, seed].every(Number.isInteger)) {
  console.error('Name a folder: render-counted.mjs FOLDER [CAMERAS] [REPEATS] [SEED]');
  process.exit(2);
}
const folders = await renderCounted(folder, { cameras, repeats, seed });
for (const camera of folders) console.log(camera);
