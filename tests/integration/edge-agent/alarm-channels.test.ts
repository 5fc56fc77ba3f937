import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { webhookChannel } from '../../../edge-agent/src/adapters/alarm/post-webhook.js';
import { commandChannel } from '../../../edge-agent/src/adapters/alarm/run-command.js';
import type { AlarmNotice } from '../../../edge-agent/src/local-alarm/alarm-notice.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { FakeClock } from '../../unit/edge-agent/support/fake-clock.js';

const notice: AlarmNotice = {
  state: 'raised',
  because: 'critical-density',
  venue: 'arena',
  edge: 'box-1',
  camera: 'gate-a',
  zone: 'concourse',
  density: 4.2,
  persons: 84,
  criticalDensity: 3.5,
  at: '2026-07-04T19:30:00.000Z',
  serverAwaySeconds: 31,
};

/** A clock whose pauses are over at once: a retry need not be waited for. */
const impatient = Object.assign(new FakeClock(), {
  after: (_: number, action: () => void) => {
    const timer = setImmediate(action);
    return () => clearImmediate(timer);
  },
});

const bell = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      bodies.push(body);
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return { url: `http://127.0.0.1:${address.port}/alarm`, bodies };
};

const webhook = (url: string, allowPublic = false) =>
  webhookChannel({ url, allowPublic, clock: impatient });

describe('[I] alarm command', () => {
  it('gets the facts on stdin and in its environment, through no shell, and none of our secrets', async () => {
    const folder = await temporaryFolder();
    const script = join(folder, 'warn.sh');
    const out = join(folder, 'out');
    await writeFile(script, '#!/bin/sh\ncat > "$1"\nenv >> "$1"\necho "$2" >> "$1"\n', {
      mode: 0o755,
    });
    process.env.THRONG_BROKER_PASSWORD = 'not-for-programs';
    const told = await commandChannel([script, out, '$(whoami); rm -rf /']).notify(notice);
    delete process.env.THRONG_BROKER_PASSWORD;
    expect(told).toEqual({ ok: true, value: undefined });
    const said = await readFile(out, 'utf8');
    expect(said).toContain(JSON.stringify(notice));
    expect(said).toContain('THRONG_ALARM_ZONE=concourse');
    expect(said).toContain('THRONG_ALARM_CRITICAL_DENSITY=3.5');
    expect(said).toContain('$(whoami); rm -rf /');
    expect(said).not.toContain('not-for-programs');
  });

  it('tells why it failed', async () => {
    expect(await commandChannel(['/nowhere/warn']).notify(notice)).toMatchObject({ ok: false });
    const told = await commandChannel(['/bin/sh', '-c', 'echo no siren >&2; exit 3']).notify(
      notice,
    );
    expect(told).toMatchObject({ ok: false, message: '/bin/sh ended with 3 no siren' });
  });

  it('may ignore its stdin', async () => {
    expect(await commandChannel(['/bin/true']).notify(notice)).toMatchObject({ ok: true });
  });
});

describe('[I] alarm webhook', () => {
  it('posts the facts, and again after a failure', async () => {
    let asked = 0;
    const { bodies, url } = await bell((_, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 503 : 204).end();
    });
    expect(await webhook(url).notify(notice)).toMatchObject({ ok: true });
    expect(bodies).toEqual(Array.from({ length: 3 }, () => JSON.stringify(notice)));
  });

  it('gives up after five attempts, and follows no redirect', async () => {
    const { bodies, url } = await bell((_, response) => {
      response.writeHead(302, { location: 'http://example.org/' }).end();
    });
    const told = await webhook(url).notify(notice);
    expect(told).toMatchObject({ ok: false, message: `${new URL(url).origin}: answered 302` });
    expect(bodies).toHaveLength(5);
  });

  it('reaches a name of the local network, and refuses an address or a name that is not', async () => {
    const { bodies, url } = await bell((_, response) => response.writeHead(200).end());
    const named = url.replace('127.0.0.1', 'localhost');
    expect(await webhook(named).notify(notice)).toMatchObject({ ok: true });
    expect(bodies).toHaveLength(1);
    const told = await webhook('http://192.0.2.1/alarm').notify(notice);
    expect(told.ok ? '' : told.message).toContain('is not on the local network');
  });
});
