import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../demo/setup/commands.mjs';
import { setupOrExit } from '../demo/setup.mjs';

// `npm test [-- <vitest's own arguments>]`: the tools the tests need, then every test.
await setupOrExit({ forTests: true });

const vitest = spawn(join(ROOT, 'node_modules/.bin/vitest'), ['run', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});

// Ctrl-C reaches vitest through the terminal; it must get to say how far it came.
process.on('SIGINT', () => {});
vitest.on('error', (error) => {
  console.error(`vitest did not start: ${error.message}`);
  process.exitCode = 1;
});
vitest.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
