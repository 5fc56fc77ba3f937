import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_PRINCIPAL } from '../../../control-server/src/access/principal.js';
import { serveDashboard } from '../../../control-server/src/adapters/http/dashboard-page.js';
import { requirePermissions } from '../../../control-server/src/adapters/http/route-permission.js';

const app = fastify();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Throng</title>');
  await writeFile(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  requirePermissions(app);
  // Whoever asks is let in here: who may is the guard's, and tested there.
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = OPEN_PRINCIPAL;
  });
  await serveDashboard(app, folder);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('[I] the built page', () => {
  it.each([
    ['/', 200, 'no-cache'],
    ['/index.html', 200, 'no-cache'],
    ['/assets/index-1a2b.js', 200, 'public, max-age=31536000, immutable'],
  ])('%s is served: %d, kept as %s', async (url, status, kept) => {
    const { headers, statusCode } = await app.inject({ url });
    expect([statusCode, headers['cache-control']]).toEqual([status, kept]);
  });

  it.each(['/nothing.js', '/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2fsecret'])(
    '%s is not',
    async (url) => {
      const { statusCode } = await app.inject({ url });
      expect([403, 404]).toContain(statusCode);
    },
  );
});
