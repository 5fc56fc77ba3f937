import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { loadVenueFile, startServer } from '@throng/control-server';
import { connectAsync } from 'mqtt';
import { pino } from 'pino';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { writeBackup } from '../../../../control-server/src/adapters/backup/write-backup.js';
import { weightsFolder } from '../../../../control-server/src/adapters/fleet/weights-folder.js';
import { identityPaths } from '../../../../edge-agent/src/adapters/identity/identity-folder.js';
import { enrolBox } from '../../../../edge-agent/src/main/enrol-box.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';
import { command } from '../support/command.js';
import { enrollingHouse } from '../support/enrolling-house.js';
import { HandClock } from '../support/hand-clock.js';

const TLS = { certFile: 'server.pem', keyFile: 'server.key' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A house with a box, a model to roll out and a picture of its floor: all that is not in the store alone. */
const livedInHouse = async () => {
  const house = await enrollingHouse({
    listen: { port: 0, tls: TLS },
    broker: { embedded: { port: 0, tls: TLS } },
  });
  const state = await temporaryFolder();
  const wish = { server: new URL(house.server.url), state, edge: 'box-1', again: false };
  const enrolled = await enrolBox({ ...wish, code: await house.code('box-1') }, Date);
  expect(enrolled).toMatchObject({ ok: true });

  const ground = { width: 60, height: 30, channels: 3, background: '#e8e2d0' } as const;
  const floor = await sharp({ create: ground }).png().toBuffer();
  const weights = randomBytes(50_000);
  const models = join(house.folder, 'registry');
  await mkdir(models);
  await writeFile(join(models, 'heads.onnx'), weights);
  expect(
    await weightsFolder(house.file.storeFile).add(join(models, 'heads.onnx'), sha256(weights)),
  ).toMatchObject({ ok: true });
  return { house, state, floor, weights };
};

/** Asks a server of this authority; `fetch` takes no authority of a test. */
const ask = async (url: string, ca: string, method: string, path: string, body?: Buffer) => {
  const headers = { origin: url, ...(body === undefined ? {} : { 'content-type': 'image/png' }) };
  const asked = request(`${url}/api/v1/${path}`, { ca, method, headers }).end(body);
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  const parts: Buffer[] = [];
  for await (const part of answer ?? []) parts.push(part);
  return { status: answer?.statusCode, body: Buffer.concat(parts) };
};

describe('[I] a restore onto an empty machine', () => {
  it('brings back what boxes and pages need: authority, enrolments, models and floor plans', async () => {
    const { house, state, floor, weights } = await livedInHouse();
    const kept = await ask(house.server.url, house.ca, 'PUT', 'floor-plans', floor);
    expect(kept.status, kept.body.toString()).toBe(200);
    const backup = join(await temporaryFolder(), 'backup');
    const made = await command(
      ...['backup', '-c', house.venueFile, '--to', backup, '--with-secrets', '--json'],
    );
    expect(made, made.err).toMatchObject({ code: 0 });
    await house.server.close();
    // As a disk without rights, or a cloud, gives it back.
    for (const name of await readdir(backup)) await chmod(join(backup, name), 0o644);

    const machine = join(await temporaryFolder(), 'etc');
    const venueFile = join(machine, 'venue.yml');
    const restored = await command('restore', backup, '-c', venueFile, '--with-secrets');
    expect(restored, restored.err).toMatchObject({
      code: 0,
      out: expect.stringContaining('weights of 1 model restored'),
    });
    expect(restored.out).toContain('Boxes revoked since then count as good again');
    expect((await stat(join(machine, 'authority/ca.key'))).mode & 0o077).toBe(0);
    const fleetKey = 'throng.db.fleet-key.pem';
    expect(await readFile(join(machine, fleetKey), 'utf8')).toBe(
      await readFile(join(house.folder, fleetKey), 'utf8'),
    );

    const loaded = await loadVenueFile(venueFile, {});
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const clock = new HandClock(Date.now());
    const log = pino({ level: 'silent' });
    const server = await startServer(loaded.value, { clock, timer: clock, log });
    onTestFinished(() => server.close());
    const plan = await ask(server.url, house.ca, 'GET', `floor-plans/${sha256(floor)}`);
    expect([plan.status, plan.body.equals(floor)]).toEqual([200, true]);
    const stored = await readFile(join(machine, `throng.db.models/${sha256(weights)}.onnx`));
    expect(stored.equals(weights)).toBe(true);
    const boxes = await ask(server.url, house.ca, 'GET', 'boxes/certificates');
    expect(boxes.body.toString()).toContain('"box-1"');
    // The box has noticed nothing: its certificate is good here, and so is the broker's to it.
    const { ca, cert, key } = identityPaths(state);
    const box = await connectAsync(server.broker, {
      ca: await readFile(ca, 'utf8'),
      cert: await readFile(cert, 'utf8'),
      key: await readFile(key, 'utf8'),
      reconnectPeriod: 0,
    });
    await box.endAsync();
  });

  it('refuses weights that are not what their name says, before it says that all is well', async () => {
    const { house } = await livedInHouse();
    const backup = join(await temporaryFolder(), 'backup');
    const made = await command('backup', '-c', house.venueFile, '--to', backup, '--json');
    const model = JSON.parse(made.out).files.find(({ name }: { name: string }) =>
      name.startsWith('model-'),
    );
    const bytes = await readFile(join(backup, model.name));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(join(backup, model.name), bytes);
    const to = join(await temporaryFolder(), 'venue.yml');
    expect(await command('restore', backup, '-c', to)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${model.name} was changed`),
    });
  });

  it('leaves nothing behind where it is ended before it is done', async () => {
    const { house } = await livedInHouse();
    const to = join(await temporaryFolder(), 'backup');
    const asked = {
      venue: 'hall',
      venueFile: house.venueFile,
      storeFile: house.file.storeFile,
      to,
    };
    const ending = new AbortController();
    const onProgress = () => ending.abort(new Error('Ctrl-C'));
    const parts = { secrets: null, now: Date.now(), onProgress, ending: ending.signal };
    await expect(writeBackup({ ...asked, ...parts })).rejects.toThrow('Ctrl-C');
    expect(await readdir(dirname(to))).toEqual([]);
  });

  it('keeps the venues of a group in one go, and tells which of them it could not', async () => {
    const folder = await temporaryFolder();
    const files: string[] = [];
    for (const id of ['hall', 'park']) {
      const file = join(folder, `${id}.yml`);
      const server = { store: { file: `${id}.db` }, listen: { port: 0 } };
      await writeFile(file, stringify({ venue: { ...VENUE, id }, server }));
      await command('account', 'list', '-c', file);
      files.push('-c', file);
    }
    const into = join(folder, 'backups');
    await mkdir(into);
    const made = await command('backup', ...files, '--into', into, '--keep', '1', '--json');
    expect(JSON.parse(made.out)).toMatchObject([{ venue: 'hall' }, { venue: 'park' }]);
    expect(await readdir(into)).toHaveLength(2);
    const missing = await command('backup', ...files, '-c', join(folder, 'no.yml'), '--into', into);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('no.yml') });
    expect(await readdir(into)).toHaveLength(4);
  });
});
