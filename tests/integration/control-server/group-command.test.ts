import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { smallHall } from '../../support/small-hall.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { SERVER } from '../../support/throng.js';

const START_MS = 50_000;

/** A venue file whose server is alone. */
const venueFile = async (folder: string, name: string) => {
  const [port, brokerPort] = [await freePort(), await freePort()];
  const path = join(folder, `${name}.yml`);
  const server = {
    listen: { port },
    access: { mode: 'open' },
    broker: { embedded: { port: brokerPort } },
    store: { file: join(folder, `${name}.db`) },
  };
  await writeFile(path, stringify({ venue: smallHall('west'), server }));
  const alive = async () =>
    (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok || undefined;
  return { path, alive };
};

describe('[I] throng-server group', () => {
  it('runs a server for each file, starts one that ended again, and ends all of them', async () => {
    const folder = await temporaryFolder();
    const good = await venueFile(folder, 'good');
    const bad = join(folder, 'bad.yml');
    await writeFile(bad, stringify({ nothing: true }));
    const group = start(process.execPath, [SERVER, 'group', good.path, bad]);
    await group.line(/bad\.yml: ended \(1\); it is started again in 1 s/, START_MS);
    await eventually('the good one to live', good.alive, START_MS);
    group.signal('SIGTERM');
    expect(await group.ended).toEqual({ code: 0, signal: null });
    expect(await good.alive()).toBeUndefined();
  });
});
