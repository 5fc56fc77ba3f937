import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// `npm run chaos -- [FAULT…]`: builds what is put under fire, then does it.
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const built = spawnSync(at('node_modules/.bin/tsc'), ['-b', at('tests/chaos')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
});
if (built.status === 0) await import(at('.throng/chaos/main.js'));
else {
  process.stderr.write(`${built.stdout ?? ''}chaos cannot be built; see above\n`);
  process.exitCode = 1;
}
