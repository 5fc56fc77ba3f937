import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// `npm run bench -- NAME [--json]`: builds what a bench runs, then the bench itself.
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const built = spawnSync(at('node_modules/.bin/tsc'), ['-b', at('tests/bench')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
});
if (built.status === 0) await import(at('.throng/bench/main.js'));
else {
  process.stderr.write(`${built.stdout ?? ''}the benches cannot be built; see above\n`);
  process.exitCode = 1;
}
