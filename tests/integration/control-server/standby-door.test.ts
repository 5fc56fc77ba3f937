import { fail, ok } from '@throng/contract';
import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerWhenKept } from '../../../control-server/src/adapters/http/answer-when-kept.js';
import { openStandbyDoor } from '../../../control-server/src/adapters/http/standby-door.js';
import type { LeaseView } from '../../../control-server/src/lease/lease-store.js';
import type { StoreResult } from '../../../control-server/src/store/measurement-store.js';
import { freePort } from '../../support/free-port.js';

describe('[I] the door of a standby', () => {
  it('[OW1] is alive, not ready, and says who is', async () => {
    const port = await freePort();
    let owner: LeaseView | undefined;
    const door = await openStandbyDoor({
      host: '127.0.0.1',
      port,
      tls: undefined,
      owner: () => owner,
    });
    onTestFinished(() => door.close());
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
    expect(await get('/readyz')).toEqual({ status: 503, body: { status: 'standby', owner: null } });
    owner = { name: 'left', address: 'https://left.example', epoch: 3, isHeld: true };
    const told = { name: 'left', address: 'https://left.example' };
    for (const path of ['/readyz', '/', '/api/v1/state']) {
      expect(await get(path)).toEqual({ status: 503, body: { status: 'standby', owner: told } });
    }
    owner = { ...owner, isHeld: false };
    expect(await get('/readyz')).toMatchObject({ body: { owner: null } });
  });
});

describe('[I] answers of a server that has a successor', () => {
  const app = async (settle: () => Promise<StoreResult<void>>) => {
    const server = fastify();
    answerWhenKept(server, settle);
    server.get('/read', async () => ({ done: true }));
    server.get('/log-in', async (_, reply) =>
      reply.header('set-cookie', 's=1').send({ done: true }),
    );
    server.post('/act', async () => ({ done: true }));
    server.post('/refused', async (_, reply) => reply.code(409).send({ error: 'no' }));
    await server.ready();
    onTestFinished(() => server.close());
    return (method: 'GET' | 'POST', url: string) => server.inject({ method, url });
  };

  it('[OW4] what was changed is answered once it is kept', async () => {
    let settled = 0;
    const ask = await app(async () => {
      settled += 1;
      return ok(undefined);
    });
    expect((await ask('GET', '/read')).json()).toEqual({ done: true });
    expect((await ask('POST', '/refused')).statusCode).toBe(409);
    expect(settled).toBe(0);
    expect((await ask('POST', '/act')).json()).toEqual({ done: true });
    expect((await ask('GET', '/log-in')).headers['set-cookie']).toBe('s=1');
    expect(settled).toBe(2);
  });

  it('[OW4] what is not kept is not answered as done, and logs nobody in', async () => {
    const ask = await app(async () => fail('io', 'away'));
    const answer = await ask('POST', '/act');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ error: { code: 'not-kept' } });
    expect((await ask('GET', '/log-in')).headers['set-cookie']).toBeUndefined();
    expect((await ask('GET', '/read')).statusCode).toBe(200);
  });
});
