#!/usr/bin/env node
import { existsSync } from 'node:fs';

// Whoever reads us may stop early, as `head` does: that is no fault of ours.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new URL('../dist/main.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('throng-server is not built yet. Run "npm run build" in the repository first.');
  process.exitCode = 2;
}
