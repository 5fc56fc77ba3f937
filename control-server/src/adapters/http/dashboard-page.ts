import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Throng</title>
<h1>Throng is running</h1>
<p>The dashboard is not built. Run <code>npm run build</code> in the repository and reload.</p>
<p>The API is described at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
</html>
`;

export const isDashboardBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/** Pages, and which of them a stranger may see: there people log in. */
const PAGE = /(\/|\.html)$/;
const LOG_IN = '/login.html';

/** Serves the built pages at `/`, or a page that says how to build them. Strangers are led to log in. */
export const serveDashboard = async (app: FastifyInstance, folder: string): Promise<void> => {
  const config = { permission: 'public' } as const;
  if (!isDashboardBuilt(folder)) {
    app.get('/', { config, schema: { hide: true } }, async (_, reply) =>
      reply.type('text/html; charset=utf-8').send(NOT_BUILT),
    );
    return;
  }
  await app.register(async (pages) => servePages(pages, folder));
};

const servePages = async (app: FastifyInstance, folder: string): Promise<void> => {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split(/[?#]/)[0] ?? '';
    if (request.principal !== null || !PAGE.test(path) || path === LOG_IN) return;
    await reply.redirect(`login.html#to=${encodeURIComponent(request.url.slice(1))}`);
  });
  await app.register(fastifyStatic, {
    root: folder,
    // Routes of its own would not say who may call them.
    serve: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      // The bundler names assets by their content; only the page that names them may change.
      const lasting = path.includes(`${join('/', 'assets')}/`);
      response.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // Scripts and styles hold nothing of the venue; what they show comes over guarded routes.
  const options = { config: { permission: 'public' }, schema: { hide: true } } as const;
  app.get('/', options, async (_, reply) => reply.sendFile('index.html'));
  app.get<{ Params: { '*': string } }>('/*', options, async ({ params }, reply) =>
    reply.sendFile(params['*']),
  );
};
