#!/usr/bin/env node
// Usage: node edge-agent/bin/fit-hand-over.mjs FOLDER[:FIRST-LAST] ...   (after `npm run types`)
// What src/hand-over/measured-errors.ts should say: fitted on sequences as `throng-edge evaluate` takes them.
import { fitHandOver } from '../dist/main/fit-hand-over.js';

const sequences = process.argv.slice(2).map((argument) => {
  const [, folder, first, last] = /^(.*?)(?::(\d+)-(\d+))?$/.exec(argument);
  const frames = first === undefined ? undefined : { first: Number(first), last: Number(last) };
  return { folder, frames };
});
if (sequences.length === 0) {
  console.error('Name the folders to fit on: fit-hand-over.mjs FOLDER[:FIRST-LAST] ...');
  process.exit(2);
}
const fitted = await fitHandOver(sequences);
if (!fitted.ok) {
  console.error(fitted.message);
  process.exit(1);
}
console.log(JSON.stringify(fitted.value, undefined, 2));
