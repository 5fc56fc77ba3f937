#!/usr/bin/env node
import { existsSync } from 'node:fs';

// Whoever reads us may stop early, as `head` does: that is no fault of ours.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const built = new URL('../dist/main.js', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write(
    'throng-models is not built yet. Run `npm run build` in the top folder of Throng, then try again.\n',
  );
  process.exitCode = 1;
}
