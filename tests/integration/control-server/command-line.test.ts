import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runServer, SERVER } from '../../support/throng.js';
import { VENUE } from '../../unit/control-server/support/venue.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let folder: string;
beforeAll(async () => {
  await promisify(execFile)('npx', ['tsc', '-b', 'control-server'], { cwd: root });
  folder = await mkdtemp(join(tmpdir(), 'throng-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const throngServer = (...words: string[]) => runServer(words, { cwd: folder });

const venueFile = async (name: string, server: object, venue: object = VENUE): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, stringify({ venue, server }));
  return path;
};

const anyPorts = { listen: { port: 0 }, broker: { embedded: { port: 0 } } };

describe('[I] throng-server', () => {
  it('prints its version', async () => {
    expect(await throngServer('version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^throng-server \d+\.\d+\.\d+ \(Node v\d+\S*\)\n$/),
    });
  });

  it('helps, with examples', async () => {
    const { code, out } = await throngServer('--help');
    expect(code).toBe(0);
    expect(out).toContain('throng-server run --config venue.yml');
  });

  it.each([[['dance']], [['run']], [['validate', '--nonsense']]])(
    '%j is wrong usage: 2',
    async (words) => {
      expect((await throngServer(...words)).code).toBe(2);
    },
  );

  it('validate finds the example good', async () => {
    const example = join(root, 'control-server/examples/venue.yml');
    expect(await throngServer('validate', '-c', example)).toMatchObject({ code: 0 });
  });

  it('validate answers programs', async () => {
    const path = await venueFile('bad-too.yml', { listen: { port: 'x' } });
    const { code, err, out } = await throngServer('validate', '-c', path, '--json');
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      faults: [expect.stringContaining('server.listen.port')],
    });
    const example = join(root, 'control-server/examples/venue.yml');
    const good = await throngServer('validate', '-c', example, '--json');
    expect(JSON.parse(good.out)).toMatchObject({ valid: true, notes: expect.any(Array) });
  });

  it('validate tells all faults at once: 1', async () => {
    const path = await venueFile('bad.yml', { listen: { port: 'x' }, staleAfterSeconds: -1 });
    const { code, err } = await throngServer('validate', '-c', path);
    expect(code).toBe(1);
    expect(err).toContain('2 faults');
    expect(err).toMatch(/server\.listen\.port: .*\n.*server\.staleAfterSeconds: .*\(is -1\)/);
  });

  it('validate names a file that is not there, and the line of broken YAML', async () => {
    expect((await throngServer('validate', '-c', 'gone.yml')).err).toContain('cannot be read');
    const path = join(folder, 'broken.yml');
    await writeFile(path, 'venue:\n  id: [\n');
    expect((await throngServer('validate', '-c', path)).err).toMatch(/line \d+, column \d+/);
  });

  it('run serves until Ctrl-C, and ends cleanly: 0', async () => {
    const path = await venueFile('good.yml', anyPorts);
    const child = spawn(process.execPath, [SERVER, 'run', '-c', path]);
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    while (!out.includes('Ctrl-C')) await once(child.stdout, 'data');
    const url = out.match(/http:\/\/\S+/)?.[0] ?? '';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(out).toContain('Closed.');
  });

  it('run and doctor name a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const path = await venueFile('taken.yml', { ...anyPorts, listen: { port } });
    const run = await throngServer('run', '-c', path);
    expect(run).toMatchObject({
      code: 1,
      err: expect.stringContaining('another program uses that port'),
    });
    const doctor = await throngServer('doctor', '-c', path);
    expect(doctor).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ listen\.port .*\n.*→ /),
    });
    other.close();
  });

  it('doctor without a file looks at the machine', async () => {
    const { out } = await throngServer('doctor', '--json');
    const { findings } = JSON.parse(out);
    expect(findings).toHaveLength(7);
    expect(findings[0]).toMatchObject({ name: 'Node', ok: true });
    expect(findings[1]).toMatchObject({ name: 'venue file', ok: true });
  });

  it('doctor tells programs in JSON what it found', async () => {
    const path = await venueFile('remote.yml', {
      ...anyPorts,
      broker: { url: 'mqtt://127.0.0.1:1' },
      store: { file: 'nowhere/throng.db' },
    });
    const { code, out } = await throngServer('doctor', '-c', path, '--json');
    const { ok, findings } = JSON.parse(out);
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    const broken = findings.filter((finding: { ok: boolean }) => !finding.ok);
    for (const { remedy } of broken) expect(remedy).toMatch(/\w/);
    expect(broken.map((finding: { name: string }) => finding.name)).toEqual(
      expect.arrayContaining(['broker', 'store folder', 'disk']),
    );
  });
});
