import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ModelOffer } from '@throng/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelFolder } from '../../../edge-agent/src/adapters/fleet/model-folder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const WEIGHTS = randomBytes(200_000);
const sha256 = createHash('sha256').update(WEIGHTS).digest('hex');
const offer: ModelOffer = {
  rollout: 1,
  model: { id: 'm', task: 'density', sha256, bytes: WEIGHTS.length },
  ticket: 'f'.repeat(64),
  trial: {
    ...{ camera: 'cam-1', seconds: 1, leastLooks: 1 },
    limits: { slower: 2, disagreement: 1, failures: 0, drift: 0 },
  },
};

/** A server of weights that answers as it is told to, and a box that fetches from it. */
const fetching = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const folder = join(await temporaryFolder(), 'models');
  const url = `http://127.0.0.1:${port}`;
  const options = { threads: 1, providers: ['cpu' as const] };
  const shelf = modelFolder(folder, 'box-1', async () => ({ url, ca: undefined }), options);
  return { asked, folder, shelf };
};

const from = ({ headers }: IncomingMessage): number =>
  Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);

const whole = (request: IncomingMessage, response: ServerResponse): void => {
  const first = from(request);
  response.writeHead(first === 0 ? 200 : 206).end(WEIGHTS.subarray(first));
};

describe('[I] weights of an offered model', () => {
  it('[FL7] are fetched with the ticket of this box, and only once', async () => {
    const { asked, folder, shelf } = await fetching(whole);
    expect(await shelf.fetch(offer)).toMatchObject({ ok: true });
    expect(await shelf.fetch(offer)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ 'x-throng-edge': 'box-1', 'x-throng-ticket': offer.ticket });
    expect(await readdir(folder)).toEqual([`${sha256}.onnx`]);
  });

  it('go on where a cut line ended', async () => {
    let isCut = true;
    const { asked, shelf } = await fetching((request, response) => {
      if (!isCut) return whole(request, response);
      response.writeHead(200, { 'content-length': WEIGHTS.length });
      response.write(WEIGHTS.subarray(0, 100_000), () => response.destroy());
    });
    expect(await shelf.fetch(offer)).toMatchObject({ code: 'not-fetched' });
    isCut = false;
    expect(await shelf.fetch(offer)).toMatchObject({ ok: true });
    expect(asked[1]?.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it('[FL8] that are not what was signed are not kept', async () => {
    const { folder, shelf } = await fetching((_, response) => {
      response.end(randomBytes(WEIGHTS.length));
    });
    expect(await shelf.fetch(offer)).toMatchObject({ code: 'corrupt' });
    expect(await readdir(folder)).toEqual([]);
    expect(await shelf.open(offer.model)).toMatchObject({ code: 'corrupt' });
  });

  it('are not taken beyond the bytes that were signed', async () => {
    const { shelf } = await fetching((_, response) => {
      response.end(Buffer.concat([WEIGHTS, WEIGHTS]));
    });
    expect(await shelf.fetch(offer)).toMatchObject({ ok: false });
  });

  it('are asked for again later where the server refuses or is away', async () => {
    const { shelf } = await fetching((_, response) => {
      response.writeHead(503).end();
    });
    expect(await shelf.fetch(offer)).toMatchObject({ code: 'not-fetched' });
  });

  it('[FL8] that the disk has no room for are not begun', async () => {
    const { asked, shelf } = await fetching(whole);
    const model = { ...offer.model, bytes: Number.MAX_SAFE_INTEGER };
    expect(await shelf.fetch({ ...offer, model })).toMatchObject({ code: 'disk-full' });
    expect(asked).toEqual([]);
  });

  it('make room once nobody will ask for them', async () => {
    const { folder, shelf } = await fetching(whole);
    await shelf.fetch(offer);
    await shelf.keepOnly([sha256]);
    expect(await readdir(folder)).toHaveLength(1);
    await shelf.keepOnly([]);
    expect(await readdir(folder)).toEqual([]);
  });
});
