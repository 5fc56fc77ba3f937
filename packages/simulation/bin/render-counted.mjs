#!/usr/bin/env node
// Usage: node packages/simulation/bin/render-counted.mjs FOLDER [CAMERAS] [REPEATS] [SEED] [usual|far]   (after `npm run types`)
import { renderCounted } from '../dist/adapters/render-counted.js';

const [folder, ...others] = process.argv.slice(2);
const [cameras = 12, repeats = 2, seed = 1] = others.slice(0, 3).map(Number);
const room = others[3] === 'far' ? 'far' : 'usual';
if (folder === undefined || ![cameras, repeats, seed].every(Number.isInteger)) {
  console.error('Name a folder: render-counted.mjs FOLDER [CAMERAS] [REPEATS] [SEED] [usual|far]');
  process.exit(2);
}
const folders = await renderCounted(folder, { cameras, repeats, seed, room });
for (const camera of folders) console.log(camera);
