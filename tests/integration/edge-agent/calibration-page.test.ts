import { request } from 'node:http';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startPageServer } from '../../../edge-agent/src/adapters/calibration-page/page-server.js';

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const files = new Map([['/', { type: 'text/html', content: Buffer.from('the page') }]]);

describe('[I] the gate of the calibration page', () => {
  let link: URL;
  let changes: unknown[];

  const ask = (
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
    body = '{}',
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: link.port, path, method, headers },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      call.on('error', reject);
      call.end(method === 'GET' ? undefined : body);
    });

  /** Opens the printed link as a browser does; the cookie that it gives. */
  const enter = async (): Promise<string> => {
    const { headers } = await ask(`${link.pathname}${link.search}`);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  };

  const save = (headers: Record<string, string>) =>
    ask('/api/save', { 'content-type': 'application/json', ...headers }, 'POST');

  beforeEach(async () => {
    changes = [];
    const server = await startPageServer({ host: '127.0.0.1', port: 0 }, files, {
      'GET /api/still': () => ({ kind: 'png', content: Buffer.from('a still') }),
      'POST /api/save': (body) => {
        changes.push(body);
        return { kind: 'json', status: 200, body: {} };
      },
    });
    if (!server.ok) throw new Error(server.message);
    onTestFinished(() => server.value.close());
    link = new URL(server.value.link);
    expect(link.hostname).toBe('127.0.0.1');
  });

  it.each(['/', '/index.html', '/api/still', '/api/start', '/nothing'])(
    'without the link %s is refused',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 403 });
    },
  );

  it('a wrong token is refused, and the right one works once', async () => {
    expect(await ask('/?token=guess')).toMatchObject({ status: 403 });
    const cookie = await enter();
    expect(await ask('/', { cookie })).toMatchObject({ status: 200, body: 'the page' });
    expect(await ask('/api/still', { cookie })).toMatchObject({ body: 'a still' });
    expect(await ask(`/${link.search}`)).toMatchObject({
      status: 403,
      body: expect.stringContaining('used already'),
    });
  });

  it('the token leaves the address bar, and the cookie is out of reach of scripts and other sites', async () => {
    const { headers, status } = await ask(`/${link.search}`);
    expect([status, headers.location]).toEqual([303, '/']);
    expect(String(headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it.each(['evil.example', 'evil.example:80', 'rebound.example:{port}', '127.0.0.1'])(
    'a request for the host "%s" is refused, invited or not',
    async (name) => {
      const host = name.replace('{port}', link.port);
      const cookie = await enter();
      expect(await ask('/', { cookie, host })).toMatchObject({ status: 421 });
    },
  );

  it('a change from another origin, or from none, is refused', async () => {
    const cookie = await enter();
    for (const origin of ['http://evil.example', 'null', `https://${link.host}`]) {
      expect(await save({ cookie, origin })).toMatchObject({ status: 403 });
    }
    expect(await save({ cookie })).toMatchObject({ status: 403 });
    const own = { cookie, origin: link.origin };
    expect(await save({ ...own, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect(changes).toEqual([]);
    expect(await save({ ...own, 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
    expect(changes).toEqual([{}]);
  });

  it('a picture asked for by another page is refused', async () => {
    const cookie = await enter();
    const origin = 'http://evil.example';
    expect(await ask('/api/still', { cookie, origin })).toMatchObject({ status: 403 });
    const site = { 'sec-fetch-site': 'cross-site' };
    expect(await ask('/api/still', { cookie, ...site })).toMatchObject({ status: 403 });
  });

  it('what is no JSON, or more than a calibration can be, is refused', async () => {
    const own = { cookie: await enter(), origin: link.origin };
    const plain = await ask('/api/save', { ...own, 'content-type': 'text/plain' }, 'POST');
    expect(plain.status).toBe(400);
    const json = { ...own, 'content-type': 'application/json' };
    expect(await ask('/api/save', json, 'POST', '{')).toMatchObject({ status: 400 });
    const large = JSON.stringify('x'.repeat(300_000));
    expect(await ask('/api/save', json, 'POST', large)).toMatchObject({ status: 400 });
    expect(changes).toEqual([]);
  });

  it('nothing is kept by a browser, framed, or fetched from elsewhere', async () => {
    const { headers } = await ask('/', { cookie: await enter() });
    expect(headers['cache-control']).toBe('no-store');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});
