import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer } from '../../support/throng.js';
import { VENUE } from '../../unit/control-server/support/venue.js';

describe('[I] throng-server fleet', () => {
  it('refuses faulty settings with all faults, and keeps sound ones for a server to send', async () => {
    const folder = await temporaryFolder();
    const config = join(folder, 'venue.yml');
    const [bad, good] = [join(folder, 'bad.yml'), join(folder, 'good.yml')];
    await writeFile(config, stringify({ venue: VENUE }));
    const south = { id: 'south', framesPerSecond: 3 };
    await writeFile(good, stringify({ cameras: [south] }));
    await writeFile(bad, stringify({ cameras: [{ ...south, source: 'x', framesPerSecond: 900 }] }));
    const fleet = (...words: string[]) => runServer(['fleet', ...words, '-c', config]);

    const refused = await fleet('push', 'box-1', '--file', bad);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('cameras[0]: unknown field "source"');
    expect(refused.err).toContain('cameras[0].framesPerSecond: must be <= 60 (is 900)');

    const pushed = await fleet('push', 'box-1', '--file', good, '--note', 'calm', '--json');
    expect(JSON.parse(pushed.out)).toEqual({ edge: 'box-1', version: 1 });
    const listed = await fleet('list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject([
      { edge: 'box-1', desired: 1, reported: null, standing: { kind: 'pending' } },
      { edge: 'box-2', desired: null, standing: { kind: 'own-settings' } },
    ]);
  }, 120_000);
});
