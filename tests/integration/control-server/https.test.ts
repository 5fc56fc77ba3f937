import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect, type PeerCertificate } from 'node:tls';
import { loadVenueFile, type RunningServer, startServer } from '@throng/control-server';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { stringify } from 'yaml';
import { checkCertificate } from '../../../control-server/src/adapters/doctor/certificate-check.js';
import { authority, type Certificate } from '../../support/certificates.js';
import { start } from '../../support/child.js';
import { freePort } from '../../support/free-port.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { runServer, SERVER } from '../../support/throng.js';
import { VENUE } from '../../unit/control-server/support/venue.js';
import { HandClock } from './support/hand-clock.js';

const DAY_MS = 86_400_000;

interface Served {
  readonly server: RunningServer;
  readonly clock: HandClock;
  readonly log: () => string;
  readonly venueFile: string;
}

/** A venue file whose server speaks TLS with these files. */
const venueFileWith = async (tls: Certificate, port = 0, mode = 'accounts'): Promise<string> => {
  const path = join(await temporaryFolder(), 'venue.yml');
  const server = {
    listen: { port, tls },
    access: { mode },
    broker: { embedded: { port: 0 } },
    dashboard: 'no-page-here',
  };
  await writeFile(path, stringify({ venue: VENUE, server }));
  return path;
};

const serve = async (tls: Certificate, { now = Date.now(), mode = 'accounts' } = {}) => {
  const venueFile = await venueFileWith(tls, 0, mode);
  const loaded = await loadVenueFile(venueFile, {});
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const clock = new HandClock(now);
  const server = await startServer(loaded.value, { clock, timer: clock, log });
  onTestFinished(() => server.close());
  return { server, clock, log: () => lines.join(''), venueFile } satisfies Served;
};

const ask = async (address: string, ca: string, body?: object) => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(
      address,
      {
        ca,
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
      },
      resolve,
    );
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
};

/** An authority, what trusts it, and a certificate of it for this machine. */
const trusted = async () => {
  const house = await authority('venue');
  return {
    house,
    ca: await readFile(house.certFile, 'utf8'),
    hall: await house.issue('hall'),
  };
};

/** The certificate that a new connection is shown. */
const certificateAt = (address: string, ca: string): Promise<PeerCertificate> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), ca }, () => {
      resolve(socket.getPeerCertificate());
      socket.end();
    });
    socket.once('error', reject);
  });

describe('[I] page, API and live channel over TLS', () => {
  it('answers over HTTPS only, and tells browsers to stay with it', async () => {
    const { ca, hall } = await trusted();
    const { server } = await serve(hall);
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const ways = await ask(`${server.url}/api/v1/session/ways`, ca);
    expect(ways.status).toBe(200);
    expect(ways.headers['strict-transport-security']).toBe('max-age=15552000');
    const plain = new Promise((resolve, reject) => {
      plainRequest(server.url.replace('https', 'http'), resolve).once('error', reject).end();
    });
    await expect(plain).rejects.toThrow();
  });

  it('gives out its session only for HTTPS', async () => {
    const { ca, hall } = await trusted();
    const { server } = await serve(hall);
    expect(server.firstAdmin).toMatch(/^https:/);
    const link = new URL(server.firstAdmin ?? '').hash.replace('#link=', '');
    const password = 'correct horse battery staple';
    const redeemed = await ask(`${server.url}/api/v1/link/password`, ca, {
      link,
      name: 'ada',
      password,
    });
    expect(redeemed.status, redeemed.body).toBe(204);
    expect(redeemed.headers['set-cookie']?.join()).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  });

  it('carries the live channel on the same port', async () => {
    const { ca, hall } = await trusted();
    const { server } = await serve(hall, { mode: 'open' });
    const socket = new WebSocket(`${server.url.replace('https', 'wss')}/ws`, { ca });
    const first = await new Promise<string>((resolve, reject) => {
      socket.once('message', (body) => resolve(body.toString()));
      socket.once('error', reject);
    });
    socket.terminate();
    expect(JSON.parse(first)).toMatchObject({ type: 'snapshot' });
  });

  it('takes renewed files within a minute, and keeps its certificate while they do not fit', async () => {
    const { ca, house } = await trusted();
    const files = await house.issue('renewed-in-place');
    const { clock, log, server } = await serve(files);
    const before = await certificateAt(server.url, ca);
    const next = await house.issue('next');
    await copyFile(next.certFile, files.certFile);
    clock.advance(60_000);
    await expect.poll(log).toContain('is not the key of the certificate');
    await server.renewCertificate();
    expect(log().match(/is not the key/g), 'said once').toHaveLength(1);
    expect((await certificateAt(server.url, ca)).serialNumber).toBe(before.serialNumber);
    await copyFile(next.keyFile, files.keyFile);
    clock.advance(60_000);
    await expect.poll(async () => (await certificateAt(server.url, ca)).subject.CN).toBe('next');
    expect(log()).toContain('the certificate is renewed');
  });

  it('does not start with files that cannot be served with, and says which and why', async () => {
    const { hall, house } = await trusted();
    const other = await house.issue('other');
    const refused = (tls: Certificate, now?: number) =>
      expect(serve(tls, now === undefined ? {} : { now })).rejects;
    await refused({ ...hall, certFile: join(house.folder, 'none.pem') }).toThrow(
      'none.pem cannot be read',
    );
    await refused({ ...hall, certFile: hall.keyFile }).toThrow('holds no PEM certificate');
    await refused({ ...hall, keyFile: hall.certFile }).toThrow('holds no PEM private key');
    await refused({ ...hall, keyFile: other.keyFile }).toThrow('is not the key of the certificate');
    await refused(hall, Date.now() - 2 * DAY_MS).toThrow('is valid only from');
    await refused(hall, Date.now() + 2 * DAY_MS).toThrow('expired on');
  });

  it('wants both files or none', async () => {
    const path = join(await temporaryFolder(), 'venue.yml');
    const server = { listen: { tls: { certFile: 'a.pem' } } };
    await writeFile(path, stringify({ venue: VENUE, server }));
    const loaded = await loadVenueFile(path, {});
    expect(loaded.ok ? '' : loaded.faults.join('\n')).toMatch(/listen\.tls.*keyFile/s);
  });

  it('lets the doctor count the days and warn below fourteen', async () => {
    const { house } = await trusted();
    const long = await house.issue('long', { days: 30 });
    const now = Date.now();
    expect(await checkCertificate('listen.tls', long, now)).toMatchObject({
      ok: true,
      found: expect.stringContaining('29 days left'),
    });
    expect(await checkCertificate('listen.tls', long, now + 17 * DAY_MS)).toMatchObject({
      ok: false,
      found: expect.stringContaining('12 days left'),
    });
    expect(await checkCertificate('listen.tls', long, now + 31 * DAY_MS)).toMatchObject({
      ok: false,
      found: expect.stringContaining('expired on'),
    });
  });

  it('is asked by the command line with the authority that it is told to trust', async () => {
    const { hall, house } = await trusted();
    const { server, venueFile } = await serve(hall, { mode: 'open' });
    const plan = join(house.folder, 'plan.yml');
    await writeFile(plan, 'plans:\n  - { name: Out, actions: [{ kind: evacuate }] }\n');
    const words = ['what-if', '-c', venueFile, '--plan', plan, '--url', server.url];
    const untrusting = await runServer(words);
    expect(untrusting.err).toMatch(/no server answers there \(unable to verify/);
    const trusting = await runServer([...words, '--ca', house.certFile]);
    expect(trusting.err).not.toContain('no server answers');
    expect(trusting.err).toMatch(/^https:.*(unknown|known|counted|seen)/);
  });

  it('is renewed by a hang-up', async () => {
    const { ca, house } = await trusted();
    const files = await house.issue('hung-up');
    const port = await freePort();
    const child = start(process.execPath, [
      ...[SERVER, 'run', '--config'],
      await venueFileWith(files, port),
    ]);
    await child.line(/Ctrl-C ends it/);
    const next = await house.issue('after');
    await copyFile(next.keyFile, files.keyFile);
    await copyFile(next.certFile, files.certFile);
    child.signal('SIGHUP');
    await expect
      .poll(async () => (await certificateAt(`https://127.0.0.1:${port}`, ca)).subject.CN)
      .toBe('after');
  });
});
