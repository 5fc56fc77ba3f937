import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWith } from '../support/system-tools.js';

const RUNNER = fileURLToPath(new URL('../chaos/run.mjs', import.meta.url));

/** A seed by which the broker is killed after 2.4 s and the server after 5.2 s. */
const BROKER_DIES_FIRST = 29;

/** `npm run chaos -- …`: its exit code and what it printed. */
const chaos = async (...words: string[]) => {
  const child = spawn(process.execPath, [RUNNER, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
};

describeWith(['mosquitto'], 'under fire', () => {
  it('[E] programs killed and messages spoiled, briefly: no window is lost, and what is refused is counted', async () => {
    const words = ['random-kills', 'fuzz-messages', '--minutes', '0.12', '--count', '1000'];
    const { code, err, out } = await chaos(...words, '--seed', `${BROKER_DIES_FIRST}`, '--json');
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      results: [
        {
          fault: 'random-kills',
          isKept: true,
          figures: { kills: { broker: 1 }, lost: 0, doubled: 0 },
        },
        { fault: 'fuzz-messages', isKept: true, figures: { missed: [], lost: 0 } },
      ],
    });
  });
});
